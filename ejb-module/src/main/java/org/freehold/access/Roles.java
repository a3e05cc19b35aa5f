package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.freehold.access.internal.Escalation;
import org.freehold.access.internal.RoleBook;
import org.freehold.access.internal.RoleChanges;
import org.freehold.access.internal.RoleRepository;
import org.freehold.access.internal.TenantRole;
import org.freehold.platform.Audited;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.persistence.PageRequest;

/**
 * The roles of a tenant: the built-in ones, which nobody changes, and its own. Nobody writes into a
 * role what they do not hold themselves, nor takes it out.
 */
@Stateless
@Guarded
public class Roles {
  @Inject private Access access;
  @Inject private RoleRepository roles;
  @Inject private RoleChanges changes;
  @Inject private Escalation escalation;

  @RequiresPermission("roles:read")
  public Page<RoleDetails> list(RoleFilter filter, PageRequest page) {
    return book().page(filter, page);
  }

  @RequiresPermission("roles:read")
  public RoleMatrix matrix() {
    return book().matrix();
  }

  @RequiresPermission("roles:read")
  public RoleDetails details(String name) {
    return book().details(name).orElseThrow(() -> new NotFound("role"));
  }

  @RequiresPermission("roles:write")
  @Audited(value = "role.created", complianceRelevant = true)
  public RoleDetails create(RoleFields fields) {
    return changes.create(fields, escalation.caller());
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission("roles:write")
  @Audited(value = "role.updated", complianceRelevant = true)
  public RoleDetails change(String name, UnaryOperator<RoleFields> change, Long expectedVersion) {
    return changes.change(own(name, expectedVersion), change, escalation.caller());
  }

  /** Assignments whose time is over go with it; any other use refuses. */
  @RequiresPermission("roles:write")
  @Audited(value = "role.deleted", complianceRelevant = true)
  public void delete(String name, Long expectedVersion) {
    changes.delete(own(name, expectedVersion), escalation.caller());
  }

  private RoleBook book() {
    return RoleBook.of(access.snapshot().catalogue(), roles.all(CurrentCall.tenantId()));
  }

  private TenantRole own(String name, Long expectedVersion) {
    TenantRole role = changes.own(name);
    if (expectedVersion != null && expectedVersion != role.version()) {
      throw new Stale();
    }
    return role;
  }
}
