package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.freehold.engine.access.LockOut;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/**
 * Refuses a change of roles, of who holds them and of who is active that would leave the tenant
 * without an administrator, or take the right to undo it from the one who makes it.
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
    List<LockOut> found =
        org.freehold.engine.access.LockOutGuard.check(
            before,
            snapshots.current(tenant).snapshot(),
            keeper(tenant),
            CurrentCall.get().actor().id(),
            caller.environment());
    if (!found.isEmpty()) {
      throw refused(found.get(0), keeper(tenant));
    }
    return result;
  }

  static String keeper(TenantRef tenant) {
    return tenant.isPlatform() ? "super_admin" : "tenant_admin";
  }

  private static Conflict refused(LockOut lockOut, String keeper) {
    return lockOut.kind() == LockOut.Kind.NO_ADMINISTRATOR
        ? new Conflict(
            "last_administrator",
            "No administrator would be left, and nobody could manage the tenant any more.",
            "Make somebody else " + keeper + " first, or leave one out of the policy.")
        : new Conflict(
            "would_lock_you_out",
            "You would not have " + lockOut.permission() + " any more, and so not undo this.",
            "Ask another administrator to do it.");
  }
}
