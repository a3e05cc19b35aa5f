package org.freehold.access.internal;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.RefusedDecision;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * What decides over the caller of this transaction: read once, so that all of it is decided alike,
 * and it does not see changes that it makes itself. A call that changes something reads it again
 * when what was read before was only believed.
 */
@TransactionScoped
public class CallAccess implements Serializable {
  private static final long serialVersionUID = 1;

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

  @Inject private transient AccessSnapshots snapshots;
  @Inject @Any private transient Instance<ResourceFactsSource> sources;
  @Inject private transient PolicyReports reports;
  @Inject private transient Clock clock;

  private transient TenantSnapshot snapshot;
  private transient Map<UUID, String> workspaces;
  private transient boolean changing;
  private transient Subject subject;
  private transient Environment environment;

  /** From here on nothing may be decided by what is only believed. */
  void beginChange() {
    if (!changing) {
      changing = true;
      subject = null;
    }
  }

  public TenantSnapshot snapshot() {
    read();
    return snapshot;
  }

  public Subject subject() {
    read();
    return subject;
  }

  public Environment environment() {
    read();
    return environment;
  }

  /** The roles that the caller holds in the whole tenant at this moment, by name. */
  public List<String> roles() {
    read();
    return grants(subject.id()).stream()
        .filter(grant -> grant.workspaceId() == null)
        .map(Grant::role)
        .distinct()
        .sorted()
        .toList();
  }

  /** The workspaces that the person, or the key's maker, was taken into, by slug. */
  public List<Membership> memberships() {
    read();
    return grants(subject.personId()).stream()
        .filter(grant -> grant.workspaceId() != null && grant.id() == null)
        .map(this::membership)
        .sorted(Comparator.comparing(Membership::slug))
        .toList();
  }

  private Membership membership(Grant grant) {
    return new Membership(grant.workspaceId(), workspaces.get(grant.workspaceId()), grant.role());
  }

  private List<Grant> grants(UUID holder) {
    return Optional.ofNullable(holder)
        .flatMap(snapshot::facts)
        .map(facts -> snapshot.grantsOf(facts, environment.now()))
        .orElse(List.of());
  }

  /** For an operation that is about no thing that is there already. */
  public boolean may(String permission) {
    Action action = action(permission);
    return isList(action)
        ? snapshot.mayList(subject, action.resource(), environment)
        : decide(action, null) == Decision.ALLOW;
  }

  public Decision decide(String permission, ResourceFacts facts) {
    return decide(action(permission), facts);
  }

  /** On a thing as it will be when this call has made or changed it. */
  public Decision decideNew(String permission, ResourceFacts facts) {
    Action action = action(permission);
    return reported(snapshot.decideNew(subject, action, facts, environment), action, facts);
  }

  /** As {@link #may}, of a call that is being made. */
  boolean mayCall(String permission) {
    return isList(action(permission))
        ? may(permission)
        : decideCall(permission, null) == Decision.ALLOW;
  }

  /** As {@link #decide}, of a call that is being made. */
  Decision decideCall(String permission, ResourceFacts facts) {
    Action action = action(permission);
    return reported(decide(action, facts), action, facts);
  }

  /** Report-only policies tell what they think of the decision. */
  private Decision reported(Decision decision, Action action, ResourceFacts facts) {
    snapshot
        .wouldChange(decision, subject, action, facts, environment)
        .forEach(policy -> reports.tell(snapshot.tenant(), policy, subject, action));
    return decision;
  }

  private Action action(String permission) {
    read();
    return snapshot.catalogue().action(permission);
  }

  /** What is kept of a refusal, for the one who asks for its reasons. */
  public RefusedQuestion question(RefusedDecision decision) {
    read();
    long mfaAge = environment.mfaAgeSeconds();
    return new RefusedQuestion(
        decision.id(),
        decision.permission(),
        decision.thingId() == null
            ? null
            : new RefusedQuestion.Thing(decision.thingType(), decision.thingId()),
        snapshot.version(),
        mfaAge == Environment.NO_MFA ? null : mfaAge);
  }

  /** Which rows of a resource (as in {@code projects}) the caller may see. */
  public AccessScope scope(String resource) {
    read();
    return snapshot.scope(subject, resource, environment);
  }

  private Decision decide(Action action, ResourceFacts facts) {
    return snapshot.decide(subject, action, facts, environment);
  }

  /** Whether, asked of no thing, it is for a list whose query leaves out what policies hide. */
  public boolean isList(Action action) {
    return action.code().endsWith(":read")
        && sources.stream()
            .anyMatch(
                source ->
                    source.listsByScope() && source.permissionResource().equals(action.resource()));
  }

  private void read() {
    if (subject != null) {
      return;
    }
    CallContext call = CurrentCall.get();
    environment = new Environment(clock.instant(), address(call), Environment.NO_MFA, Map.of());
    snapshot = WITHOUT_PEOPLE;
    subject =
        switch (call.actor().kind()) {
          case SYSTEM -> SYSTEM;
          case ANONYMOUS -> NOBODY;
          case USER, API_KEY -> of(call);
        };
  }

  private Subject of(CallContext call) {
    TenantRef tenant = call.requireTenant();
    TenantAccess access = changing ? snapshots.current(tenant) : snapshots.believed(tenant);
    snapshot = access.snapshot();
    workspaces = access.workspaces();
    Actor actor = call.actor();
    Subject known = snapshot.subject(actor.id(), environment.now());
    return known != null ? known : NOBODY;
  }

  private static IpAddress address(CallContext call) {
    return call.ipAddress() == null ? null : IpAddress.parse(call.ipAddress()).orElse(null);
  }

  private static Subject holding(PermissionSet permissions) {
    return new Subject((UUID) null, permissions, Map.of(), Set.of());
  }
}
