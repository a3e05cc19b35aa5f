package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.freehold.engine.access.LockOut;
import org.freehold.engine.access.LockOutGuard.State;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.TenantRules;

/**
 * Refuses a change of roles, of who holds them, of who is active and of who is let in that would
 * leave the tenant without an administrator, or take the right to undo it from the one who makes
 * it.
 */
@ApplicationScoped
public class LockOutGuard {
  @Inject private RoleRepository roles;
  @Inject private AccessSnapshots snapshots;
  @Inject private CallAccess caller;

  public <T> T keepingAdministrators(Supplier<T> change) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    roles.lock(tenant.id());
    TenantSnapshot before = snapshots.current(tenant).snapshot();
    T result = change.get();
    roles.flush();
    require(before, snapshots.current(tenant).snapshot());
    return result;
  }

  /** The same of a change that is only thought of. */
  void require(TenantSnapshot before, TenantSnapshot after) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    require(
        under(before, tenant.rules()),
        under(after, tenant.rules()),
        tenant,
        "Make somebody else " + keeper(tenant) + " first, or leave one out of the policy.");
  }

  void requireAdministratorUnder(TenantRules rules) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    roles.lock(tenant.id());
    TenantSnapshot snapshot = snapshots.current(tenant).snapshot();
    require(
        under(snapshot, tenant.rules()),
        under(snapshot, rules),
        tenant,
        "Add the domain of an administrator's email address.");
  }

  private static State under(TenantSnapshot snapshot, TenantRules rules) {
    return new State(snapshot, subject -> rules.emailDomains().admits(subject.profile().email()));
  }

  private void require(State before, State after, TenantRef tenant, String remedy) {
    List<LockOut> found =
        org.freehold.engine.access.LockOutGuard.check(
            before, after, keeper(tenant), CurrentCall.get().actor().id(), caller.environment());
    if (!found.isEmpty()) {
      throw refused(found.get(0), remedy);
    }
  }

  static String keeper(TenantRef tenant) {
    return tenant.isPlatform() ? "super_admin" : "tenant_admin";
  }

  private static Conflict refused(LockOut lockOut, String remedy) {
    return lockOut.kind() == LockOut.Kind.NO_ADMINISTRATOR
        ? new Conflict(
            "last_administrator",
            "No administrator would be left, and nobody could manage the tenant any more.",
            remedy)
        : new Conflict(
            "would_lock_you_out",
            "You would not have " + lockOut.permission() + " any more, and so not undo this.",
            "Ask another administrator to do it.");
  }
}
