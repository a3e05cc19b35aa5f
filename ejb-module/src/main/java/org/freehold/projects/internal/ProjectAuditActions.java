package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of projects and tasks. */
@ApplicationScoped
public class ProjectAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("project.created", "A project was made."),
        AuditAction.of("project.updated", "Fields of a project were changed."),
        AuditAction.of("task.created", "A task was made."),
        AuditAction.of("task.updated", "Fields of a task were changed."));
  }
}
