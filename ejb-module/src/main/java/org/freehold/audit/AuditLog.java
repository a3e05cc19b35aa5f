package org.freehold.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.freehold.audit.internal.ActionCatalogue;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.EntityId;
import org.freehold.platform.Guarded;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.persistence.PageRequest;

/**
 * The trail of the tenant, newest first, without what happened in projects that the caller may not
 * know of.
 */
@Stateless
@Guarded
public class AuditLog {
  @Inject private AuditEventReader reader;
  @Inject private ActionCatalogue catalogue;

  @RequiresPermission("audit:read")
  public Page<AuditEventDetails> list(AuditFilter filter, PageRequest page) {
    return reader.page(CurrentCall.get().requireTenant(), filter, page);
  }

  /** What the events of the product mean, by name. */
  @RequiresPermission("audit:read")
  public Page<AuditActionDetails> actions() {
    return new Page<>(catalogue.all().stream().map(AuditActionDetails::of).toList(), null);
  }

  /** What happened in one project. */
  @RequiresPermission("audit:read")
  public Page<AuditEventDetails> ofProject(
      @On("project") EntityId project, AuditFilter filter, PageRequest page) {
    return reader.page(CurrentCall.get().requireTenant(), within(project.value(), filter), page);
  }

  private static AuditFilter within(UUID project, AuditFilter f) {
    return new AuditFilter(
        f.userId(),
        f.action(),
        f.resourceType(),
        f.resourceId(),
        project,
        f.from(),
        f.to(),
        f.severity(),
        f.success(),
        f.requestId(),
        f.complianceRelevant(),
        f.text());
  }
}
