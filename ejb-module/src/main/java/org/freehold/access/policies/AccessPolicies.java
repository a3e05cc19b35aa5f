package org.freehold.access.policies;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.freehold.access.Access;
import org.freehold.access.policies.internal.AccessPolicy;
import org.freehold.access.policies.internal.PolicyAttributes;
import org.freehold.access.policies.internal.PolicyChecks;
import org.freehold.access.policies.internal.PolicyGuard;
import org.freehold.access.policies.internal.PolicyRepository;
import org.freehold.access.policies.internal.PolicySchema;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;

/** The policies of the caller's tenant. */
@Stateless
@Guarded
public class AccessPolicies {
  private static final int MOST = 500;

  @Inject private Access access;
  @Inject private PolicyRepository policies;
  @Inject private PolicyChecks checks;
  @Inject private PolicyGuard guard;
  @Inject private RoleGrants roles;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("policies:write")
  @Audited(value = "policy.created", complianceRelevant = true)
  public PolicyDetails create(PolicyFields wished) {
    TenantId tenant = CurrentCall.tenantId();
    PolicyFields fields = checks.checked(wished);
    guard.requireMayAllow(fields);
    requireFreeName(tenant, fields.name(), null);
    AccessPolicy policy = new AccessPolicy(tenant, fields, clock.instant());
    changes.about("policy", policy.id().value()).after(policy.fields());
    events.fire(PolicyEvents.Created.of(policy.id(), fields));
    return roles.keepingAdministrators(
        () -> {
          requireRoom(tenant);
          policies.add(policy);
          return policy.details();
        });
  }

  @RequiresPermission("policies:read")
  public Page<PolicyDetails> list(PolicyFilter filter, PageRequest page) {
    return policies.list(CurrentCall.tenantId(), access.snapshot().catalogue(), filter, page);
  }

  @RequiresPermission("policies:read")
  public PolicyDetails details(PolicyId id) {
    return find(id).details();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("policies:write")
  @Audited(value = "policy.updated", complianceRelevant = true)
  public PolicyDetails change(
      PolicyId id, UnaryOperator<PolicyFields> change, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    AccessPolicy policy = find(id);
    requireFresh(policy, expectedVersion);
    PolicyFields before = policy.fields();
    PolicyFields after = checks.checked(change.apply(before));
    guard.requireMayAllow(after);
    guard.requireMayLift(id, before, after);
    requireFreeName(tenant, after.name(), id);
    roles.keepingAdministrators(
        () -> {
          policy.change(after, clock.instant());
          policies.flush();
          return null;
        });
    changes.about("policy", id.value()).before(before).after(policy.fields());
    if (!after.equals(before)) {
      events.fire(PolicyEvents.Updated.of(id, after));
    }
    return policy.details();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("policies:write")
  @Audited(value = "policy.deleted", complianceRelevant = true)
  public void delete(PolicyId id, Long expectedVersion) {
    AccessPolicy policy = find(id);
    requireFresh(policy, expectedVersion);
    guard.requireMayLift(id, policy.fields(), null);
    changes.about("policy", id.value()).before(policy.fields());
    roles.keepingAdministrators(
        () -> {
          policies.remove(policy);
          return null;
        });
    events.fire(new PolicyEvents.Deleted(id, policy.fields().name()));
  }

  /** What would be wrong with it, and what is odd; nothing is saved. */
  @RequiresPermission("policies:read")
  public PolicyReport check(PolicyFields fields) {
    return new PolicyReport(checks.findings(fields));
  }

  /** What conditions can test. */
  @RequiresPermission("policies:read")
  public Page<PolicyAttribute> attributes() {
    return new Page<>(PolicyAttributes.all(), null);
  }

  /** The JSON Schema of a policy. */
  @RequiresPermission("policies:read")
  public String schema() {
    return PolicySchema.text();
  }

  private void requireRoom(TenantId tenant) {
    if (policies.count(tenant) >= MOST) {
      throw new Conflict(
          "too_many_policies",
          "There are " + MOST + " policies already.",
          "Delete one that is not needed.");
    }
  }

  private void requireFreeName(TenantId tenant, String name, PolicyId self) {
    policies
        .named(tenant, name)
        .filter(other -> self == null || !other.equals(self.value()))
        .ifPresent(
            other -> {
              throw new Conflict(
                  "name_taken", "There is a policy " + name + " already.", "Choose another name.");
            });
  }

  private static void requireFresh(AccessPolicy policy, Long expectedVersion) {
    if (expectedVersion != null && expectedVersion != policy.version()) {
      throw new Stale();
    }
  }

  private AccessPolicy find(PolicyId id) {
    return policies.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("policy"));
  }
}
