package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of jobs. */
@ApplicationScoped
public class JobAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("job.started", "A job was started, by somebody or by its schedule.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of("job.restarted", "A run was started again where it had stopped.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of("job.stopped", "A run was asked to stop.").kind(ActionClass.EXECUTE),
        AuditAction.of("job.abandoned", "A run was given up and cannot be started again.")
            .severity(Severity.WARNING),
        AuditAction.of("job_schedule.created", "A job was given a schedule."),
        AuditAction.of("job_schedule.updated", "A schedule of a job was changed."),
        AuditAction.of("job_schedule.deleted", "A schedule of a job was removed."));
  }
}
