package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.Subject;
import org.freehold.platform.Actor;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;

/**
 * Keeps a tenant from losing its last administrator: an active user who holds the administrators'
 * role, or one that inherits from it, in the whole tenant and without an end, and is not denied to
 * change roles and users. And keeps those who change roles from taking that right from themselves.
 */
@ApplicationScoped
public class LockOutGuard {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final List<String> NEEDED = List.of("roles:write", "users:write");

  @Inject private RoleRepository repository;
  @Inject private TenantRoles roles;
  @Inject private SubjectRepository subjects;
  @Inject private CallSubject caller;
  @Inject private Clock clock;

  public <T> T keepingAdministrators(Supplier<T> change) {
    TenantId tenant = CurrentCall.tenantId();
    repository.lock(tenant);
    boolean kept = administrators(tenant) > 0;
    T result = change.get();
    if (kept && administrators(tenant) == 0) {
      throw new Conflict(
          "last_administrator",
          "This is the last administrator: nobody could manage the tenant any more.",
          "Make somebody else " + keeper(tenant) + " first.");
    }
    requireNotAgainstThemselves(tenant);
    return result;
  }

  private long administrators(TenantId tenant) {
    RoleGraph graph = roles.now(tenant);
    List<String> denying =
        graph.roles().stream().map(RoleDefinition::name).filter(r -> denies(graph, r)).toList();
    return repository.administrators(
        tenant, graph.descendants(keeper(tenant)), denying, clock.instant());
  }

  private static boolean denies(RoleGraph graph, String role) {
    return NEEDED.stream()
        .anyMatch(permission -> graph.role(role).denied().has(CATALOGUE.indexOf(permission)));
  }

  private static String keeper(TenantId tenant) {
    return tenant.equals(TenantId.PLATFORM) ? "super_admin" : "tenant_admin";
  }

  private void requireNotAgainstThemselves(TenantId tenant) {
    Actor actor = CurrentCall.get().actor();
    if (mayChangeRoles(caller.subject())
        && !mayChangeRoles(subjects.load(tenant, actor).subject())) {
      throw new Conflict(
          "would_lock_you_out",
          "You could not change roles any more, and so not undo this.",
          "Ask another administrator to do it.");
    }
  }

  private static boolean mayChangeRoles(Subject subject) {
    return subject.tenantPermissions().has(CATALOGUE.indexOf("roles:write"));
  }
}
