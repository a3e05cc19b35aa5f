package org.freehold.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.freehold.access.Access;
import org.freehold.audit.AuditInFigures;
import org.freehold.files.Files;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.projects.ProjectFigures;
import org.freehold.projects.WorkInFigures;
import org.freehold.tenancy.PeopleInFigures;

/** What a person sees first of a tenant. Costs the same few statements however much there is. */
@Stateless
@Guarded
public class TenantOverview {
  @Inject private WorkInFigures work;
  @Inject private PeopleInFigures people;
  @Inject private Files files;
  @Inject private AuditInFigures audit;
  @Inject private Access access;

  @RequiresPermission("projects:read")
  public Overview overview() {
    ProjectFigures projects = work.projects();
    return new Overview(
        Overview.ProjectCounts.of(projects),
        permitted("tasks:read", work::tasks),
        permitted("users:read", people::people),
        permitted("files:read", files::figures),
        Overview.Budget.of(projects),
        permitted("audit:read", audit::lastDays));
  }

  private <T> T permitted(String permission, Supplier<T> figures) {
    return access.holds(permission) ? figures.get() : null;
  }
}
