package org.freehold.projects;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.access.Access;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.projects.internal.FigureRepository;
import org.freehold.projects.internal.ProjectScope;

/** Counts of the projects that the caller may see, and of the tasks in them. */
@Stateless
@Guarded
public class WorkInFigures {
  @Inject private FigureRepository figures;
  @Inject private Access access;
  @Inject private Clock clock;

  @RequiresPermission("projects:read")
  public ProjectFigures projects() {
    return figures.projects(CurrentCall.tenantId(), new ProjectScope(access.scope("projects")));
  }

  @RequiresPermission("tasks:read")
  public TaskFigures tasks() {
    return figures.tasks(
        CurrentCall.tenantId(), new ProjectScope(access.scope("tasks")), clock.instant());
  }
}
