package org.freehold.projects;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.projects.internal.ImportRows;

/**
 * Writes many projects and tasks at once, for jobs. A row whose id is there already stays as it is.
 * No domain event is fired and no audit event is written for each: the job tells what it did.
 */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class ProjectImport {
  /** How many rows were new. */
  public record Imported(int projects, int tasks) {}

  @Inject private ImportRows rows;

  @SystemCall
  public Imported write(List<ImportedProject> projects, List<ImportedTask> tasks) {
    TenantId tenant = CurrentCall.tenantId();
    int addedProjects = rows.addProjects(tenant, projects);
    rows.forgetPlans();
    return new Imported(addedProjects, rows.addTasks(tenant, tasks));
  }
}
