package org.freehold.engine.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that decides over access in one tenant, as it was at one version. Never changes: a change of
 * roles, grants, policies, members or the tenant needs a new one. For many threads; no decision
 * takes a lock. A subject is compiled when it is first asked for; from then on neither finding it
 * nor deciding allocates.
 */
public final class TenantSnapshot {

  private final long version;
  private final TenantFacts tenant;
  private final RoleGraph roles;
  private final List<Grant> grants;
  private final PolicyBook policies;
  private final SubjectTable subjects;
  private final SubjectCompiler compiler;
  private final Function<SubjectFacts, Subject> compile;
  private final Instant since;

  private TenantSnapshot(
      long version,
      TenantFacts tenant,
      RoleGraph roles,
      Collection<Grant> grants,
      Collection<Policy> policies,
      Collection<SubjectFacts> subjects,
      Instant since) {
    this.version = version;
    this.tenant = tenant;
    this.roles = roles;
    this.since = since;
    this.grants = List.copyOf(grants);
    this.policies = new PolicyBook(policies, roles, tenant);
    this.subjects = new SubjectTable(subjects);
    Map<UUID, List<Grant>> byHolder =
        grants.stream()
            .collect(Collectors.groupingBy(Grant::holderId, HashMap::new, Collectors.toList()));
    this.compiler = new SubjectCompiler(roles, this.policies, byHolder);
    this.compile = facts -> compiler.compile(facts, makerOf(facts), since);
  }

  /**
   * Grants of roles that there are not, and policies of what this version does not know, are no
   * error: such a grant gives nothing, such a policy allows nothing and denies all it is about.
   *
   * @param version as the caller counts them; higher is newer
   */
  public static TenantSnapshot of(
      long version,
      TenantFacts tenant,
      RoleGraph roles,
      Collection<Grant> grants,
      Collection<Policy> policies,
      Collection<SubjectFacts> subjects) {
    return of(version, tenant, roles, grants, policies, subjects, Instant.MIN);
  }

  /**
   * The same, in which nobody asks for a subject as it was before {@code since}: what ended before
   * costs nothing.
   */
  public static TenantSnapshot of(
      long version,
      TenantFacts tenant,
      RoleGraph roles,
      Collection<Grant> grants,
      Collection<Policy> policies,
      Collection<SubjectFacts> subjects,
      Instant since) {
    return new TenantSnapshot(version, tenant, roles, grants, policies, subjects, since);
  }

  /** The same with other roles: what would be if the tenant had these. */
  public TenantSnapshot with(RoleGraph others) {
    List<SubjectFacts> everybody = subjectIds().stream().map(subjects::facts).toList();
    return of(version, tenant, others, grants, policies(), everybody, since);
  }

  public long version() {
    return version;
  }

  public TenantFacts tenant() {
    return tenant;
  }

  public RoleGraph roles() {
    return roles;
  }

  public PermissionCatalogue catalogue() {
    return roles.catalogue();
  }

  public List<Grant> grants() {
    return grants;
  }

  public List<Policy> policies() {
    return policies.policies();
  }

  /** Of all persons and keys. */
  public Set<UUID> subjectIds() {
    return subjects.ids();
  }

  /** The person with this address, in lower case; keys have none. */
  public Optional<UUID> personWithEmail(String email) {
    return Optional.ofNullable(subjects.withEmail(email));
  }

  public Optional<SubjectFacts> facts(UUID subjectId) {
    return Optional.ofNullable(subjects.facts(subjectId));
  }

  /**
   * A person or key as it is at this moment, or as it was at the first that the snapshot knows when
   * this one is before; null when the tenant has none with this id. What it holds may change at any
   * later moment: do not keep it beyond a call.
   */
  public Subject subject(UUID subjectId, Instant now) {
    Subject first = subjects.subject(subjectId, compile);
    return first == null ? null : first.at(now);
  }

  /**
   * A subject that the tenant does not store, such as one that is only described by a request, at
   * any moment.
   */
  public Subject stranger(SubjectFacts facts, Instant now) {
    return compiler.compileAt(facts, makerOf(facts), now);
  }

  /** What a person or key was given, directly or through a team, and counts at this moment. */
  public List<Grant> grantsOf(SubjectFacts facts, Instant now) {
    return compiler.grantsOf(facts).stream().filter(grant -> grant.countsAt(now)).toList();
  }

  /**
   * What policies give to whoever has the role by one of these names or is in one of these teams,
   * now or later, whatever their conditions; without those that only report.
   */
  public PermissionSet givenByPolicies(Set<String> roles, Set<UUID> teams, Instant now) {
    return policies.given(roles, teams, now);
  }

  /**
   * What the policy gives to whomever it is about, now or later; nothing when it denies, is not
   * enforced, is over, or is not there.
   */
  public PermissionSet givenByPolicy(UUID policyId, Instant now) {
    return policies.given(policyId, now);
  }

  /**
   * Whether the policy applies to the subject, or to who made the key, for being who they are: it
   * names whom it is about, or its condition asks who they are. Tests on things are unknown.
   */
  public boolean singlesOut(UUID policyId, Subject subject, Environment env) {
    return policies.singlesOut(policyId, subject, catalogue(), env)
        || subject.maker() != null && singlesOut(policyId, subject.maker(), env);
  }

  List<Policy> policiesOn(PermissionSet permissions) {
    return policies.on(permissions);
  }

  SubjectCompiler compiler() {
    return compiler;
  }

  /** A maker who is gone is one who is not active. */
  SubjectFacts makerOf(SubjectFacts facts) {
    UUID maker = facts.makerId();
    if (maker == null) {
      return null;
    }
    SubjectFacts found = subjects.facts(maker);
    return found != null ? found : SubjectFacts.gone(maker);
  }

  /**
   * Decides on one thing. Null facts mean that there is none; tests on it are then unknown, so that
   * policies about things deny and do not allow. For a list ask {@link #mayList}.
   */
  public Decision decide(Subject subject, Action action, ResourceFacts facts, Environment env) {
    return AccessEngine.decide(subject, catalogue(), action, facts, env);
  }

  /**
   * Decides on a thing as it would be after the action makes or changes it: {@link Decision#HIDDEN}
   * when the subject is not in its workspace and does not administer it there. Its visibility and
   * its own restrictions do not matter: one may make what one will not see.
   */
  public Decision decideNew(Subject subject, Action action, ResourceFacts facts, Environment env) {
    return AccessEngine.decideNew(subject, catalogue(), action, facts, env);
  }

  /** The report-only policies that would apply; a call asks this beside its decision. */
  public List<Policy> reported(
      Subject subject, Action action, ResourceFacts facts, Environment env) {
    UUID workspace = facts == null ? null : facts.workspaceId();
    List<CompiledPolicy> reportOnly = subject.at(workspace).policies().reportOnly();
    if (reportOnly.isEmpty()) {
      return List.of();
    }
    return reportOnly.stream()
        .filter(policy -> policy.applies(subject, action.index(), action, facts, env))
        .map(CompiledPolicy::policy)
        .toList();
  }

  /**
   * The report-only policies that would have turned this decision into another, of those that are
   * about the very permission. Costs nothing where there are none.
   */
  public List<Policy> wouldChange(
      Decision decision, Subject subject, Action action, ResourceFacts facts, Environment env) {
    return reported(subject, action, facts, env).stream()
        .filter(
            policy ->
                policy.effect() == Policy.Effect.DENY
                    ? decision == Decision.ALLOW
                    : decision != Decision.ALLOW
                        && decide(policy, subject, action, facts, env) != decision)
        .toList();
  }

  private Decision decide(
      Policy enforced, Subject subject, Action action, ResourceFacts facts, Environment env) {
    return Case.of(this, subjects.facts(subject.id()), action, facts, env)
        .enforcing(enforced)
        .decide();
  }

  /** Why it is decided as it is, and what would change a refusal. Slow: for people, not calls. */
  public Explanation explain(
      SubjectFacts subject, Action action, ResourceFacts facts, Environment env) {
    return Explainer.explain(this, subject, action, facts, env);
  }

  /**
   * Which rows of a resource (as in {@code projects}) the subject may see; throws {@link
   * IllegalArgumentException} for a resource without read and admin permission.
   */
  public AccessScope scope(Subject subject, String resource, Environment env) {
    ResourceKind kind = catalogue().kind(resource);
    if (kind == null || kind.readIndex() < 0 || kind.adminIndex() < 0) {
      throw new IllegalArgumentException("No lists of " + resource);
    }
    RowRules rules = new ScopeRules(subject, catalogue(), kind, env).make();
    return AccessScope.of(subject, kind.readIndex(), kind.adminIndex(), rules, env.address());
  }

  /**
   * Whether the subject may ask for a list of a resource. Policies that look at its rows do not
   * stand in the way: these are in the {@link #scope} that the list's query must use.
   */
  public boolean mayList(Subject subject, String resource, Environment env) {
    AccessScope scope = scope(subject, resource, env);
    boolean holds =
        subject.tenantPermissions().has(catalogue().kind(resource).readIndex())
            || !scope.rules().allowRead().equals(RowRule.NEVER)
            || !scope.rules().allowAdmin().equals(RowRule.NEVER);
    return holds && !scope.isEmpty();
  }
}
