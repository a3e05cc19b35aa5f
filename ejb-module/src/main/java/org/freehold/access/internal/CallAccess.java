package org.freehold.access.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.access.RefusedQuestion;
import org.freehold.engine.access.AccessScope;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.RefusedDecision;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.RunningTransaction;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * What decides over the caller of this transaction: read once, so that all of it is decided alike,
 * and it does not see changes that it makes itself. A call that changes something reads it again
 * when what was read before was only believed.
 */
@ApplicationScoped
public class CallAccess {
  private static final Subject SYSTEM = holding(BuiltInRoles.permissionsOf(List.of("super_admin")));

  /** A workspace with the role held in it. */
  public record Membership(UUID workspace, String slug, String role) {}

  private static final Subject NOBODY = holding(PermissionSet.NONE);

  /** Roles and policies are for people and keys; nothing is read for the others. */
  private static final TenantSnapshot WITHOUT_PEOPLE =
      TenantSnapshot.of(
          0,
          new TenantFacts(TenantId.PLATFORM.value(), null, null),
          RoleGraph.builtIn(),
          List.of(),
          List.of(),
          List.of());

  /** What this transaction knows. */
  private static final class Known {
    private TenantSnapshot snapshot;
    private Map<UUID, String> workspaces;
    private boolean changing;
    private Subject subject;
    private Environment environment;

    private Decision decide(Action action, ResourceFacts facts) {
      return snapshot.decide(subject, action, facts, environment);
    }
  }

  @Inject private AccessSnapshots snapshots;
  @Inject @Any private Instance<ResourceFactsSource> sources;
  @Inject private PolicyReports reports;
  @Inject private Clock clock;

  /** The resources whose lists leave out what policies hide. */
  private Set<String> listed;

  @PostConstruct
  void open() {
    listed =
        sources.stream()
            .filter(ResourceFactsSource::listsByScope)
            .map(ResourceFactsSource::permissionResource)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** From here on nothing may be decided by what is only believed. */
  void beginChange() {
    Known known = known();
    if (!known.changing) {
      known.changing = true;
      known.subject = null;
    }
  }

  public TenantSnapshot snapshot() {
    return read().snapshot;
  }

  public Subject subject() {
    return read().subject;
  }

  public Environment environment() {
    return read().environment;
  }

  /** The roles that the caller holds in the whole tenant at this moment, by name. */
  public List<String> roles() {
    Known known = read();
    return grants(known, known.subject.id()).stream()
        .filter(grant -> grant.workspaceId() == null)
        .map(Grant::role)
        .distinct()
        .sorted()
        .toList();
  }

  /** The workspaces that the person, or the key's maker, was taken into, by slug. */
  public List<Membership> memberships() {
    Known known = read();
    return grants(known, known.subject.personId()).stream()
        .filter(grant -> grant.workspaceId() != null && grant.id() == null)
        .map(
            grant ->
                new Membership(
                    grant.workspaceId(), known.workspaces.get(grant.workspaceId()), grant.role()))
        .sorted(Comparator.comparing(Membership::slug))
        .toList();
  }

  private static List<Grant> grants(Known known, UUID holder) {
    return Optional.ofNullable(holder)
        .flatMap(known.snapshot::facts)
        .map(facts -> known.snapshot.grantsOf(facts, known.environment.now()))
        .orElse(List.of());
  }

  /** The caller's tenant-wide permissions by name, policies considered. */
  public List<String> permissions() {
    Known known = read();
    return known.snapshot.catalogue().codes().stream()
        .filter(code -> may(known, known.snapshot.catalogue().action(code)))
        .toList();
  }

  /** For an operation that is about no thing that is there already. */
  public boolean may(String permission) {
    Known known = read();
    return may(known, known.snapshot.catalogue().action(permission));
  }

  private boolean may(Known known, Action action) {
    return isList(action)
        ? known.snapshot.mayList(known.subject, action.resource(), known.environment)
        : known.decide(action, null) == Decision.ALLOW;
  }

  public Decision decide(String permission, ResourceFacts facts) {
    Known known = read();
    return known.decide(known.snapshot.catalogue().action(permission), facts);
  }

  /** On a thing as it will be when this call has made or changed it. */
  public Decision decideNew(String permission, ResourceFacts facts) {
    Known known = read();
    Action action = known.snapshot.catalogue().action(permission);
    Decision decision = known.snapshot.decideNew(known.subject, action, facts, known.environment);
    return reported(known, decision, action, facts);
  }

  /** As {@link #may}, of a call that is being made. */
  boolean mayCall(String permission) {
    Known known = read();
    return isList(known.snapshot.catalogue().action(permission))
        ? may(permission)
        : decideCall(permission, null) == Decision.ALLOW;
  }

  /** As {@link #decide}, of a call that is being made. */
  Decision decideCall(String permission, ResourceFacts facts) {
    Known known = read();
    Action action = known.snapshot.catalogue().action(permission);
    return reported(known, known.decide(action, facts), action, facts);
  }

  /** Report-only policies tell what they think of the decision. */
  private Decision reported(Known known, Decision decision, Action action, ResourceFacts facts) {
    known
        .snapshot
        .wouldChange(decision, known.subject, action, facts, known.environment)
        .forEach(policy -> reports.tell(known.snapshot.tenant(), policy, known.subject, action));
    return decision;
  }

  /** What is kept of a refusal, for the one who asks for its reasons. */
  public RefusedQuestion question(RefusedDecision decision) {
    Known known = read();
    long mfaAge = known.environment.mfaAgeSeconds();
    return new RefusedQuestion(
        decision.id(),
        decision.permission(),
        decision.thingId() == null
            ? null
            : new RefusedQuestion.Thing(decision.thingType(), decision.thingId()),
        known.snapshot.version(),
        mfaAge == Environment.NO_MFA ? null : mfaAge);
  }

  /** Which rows of a resource (as in {@code projects}) the caller may see. */
  public AccessScope scope(String resource) {
    Known known = read();
    return known.snapshot.scope(known.subject, resource, known.environment);
  }

  /** Whether, asked of no thing, it is for a list whose query leaves out what policies hide. */
  public boolean isList(Action action) {
    return action.code().endsWith(":read") && listed.contains(action.resource());
  }

  private static Known known() {
    return RunningTransaction.own(Known.class, Known::new);
  }

  private Known read() {
    Known known = known();
    if (known.subject == null) {
      read(known);
    }
    return known;
  }

  private void read(Known known) {
    CallContext call = CurrentCall.get();
    known.environment =
        new Environment(clock.instant(), address(call), Environment.NO_MFA, Map.of());
    known.snapshot = WITHOUT_PEOPLE;
    known.subject =
        switch (call.actor().kind()) {
          case SYSTEM -> SYSTEM;
          case ANONYMOUS -> NOBODY;
          case USER, API_KEY -> of(known, call);
        };
  }

  private Subject of(Known known, CallContext call) {
    TenantRef tenant = call.requireTenant();
    TenantAccess access = known.changing ? snapshots.current(tenant) : snapshots.believed(tenant);
    known.snapshot = access.snapshot();
    known.workspaces = access.workspaces();
    Subject subject =
        isVisitor(call.actor())
            ? known.snapshot.stranger(visitor(call.actor()), known.environment.now())
            : known.snapshot.subject(call.actor().id(), known.environment.now());
    return subject != null ? subject : NOBODY;
  }

  private static boolean isVisitor(Actor actor) {
    return actor.key() != null && actor.key().visiting();
  }

  /**
   * The tenant keeps no row of them: what they may do stands in their key, bounded by its maker.
   */
  private static SubjectFacts visitor(Actor actor) {
    return SubjectFacts.key(actor.id(), actor.key().maker().value(), actor.key().permissions());
  }

  private static IpAddress address(CallContext call) {
    return call.ipAddress() == null ? null : IpAddress.parse(call.ipAddress()).orElse(null);
  }

  private static Subject holding(PermissionSet permissions) {
    return new Subject((UUID) null, permissions, Map.of(), Set.of());
  }
}
