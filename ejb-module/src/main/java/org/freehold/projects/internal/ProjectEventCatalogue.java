package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectEvents;
import org.freehold.projects.ProjectId;
import org.freehold.projects.ProjectStatus;
import org.freehold.projects.TaskEvents;
import org.freehold.projects.TaskId;
import org.freehold.projects.TaskStatus;

/** One example of each event of projects and tasks. */
@ApplicationScoped
public class ProjectEventCatalogue implements EventCatalogue {
  private static final String PORTAL = "Customer Portal";
  private static final ProjectId PROJECT = new ProjectId(id(5));
  private static final WorkspaceId SALES = new WorkspaceId(id(4));
  private static final TaskId TASK = new TaskId(id(7));
  private static final UserId OWNER = new UserId(id(2));

  @Override
  public List<DomainEvent> examples() {
    TeamId team = new TeamId(id(3));
    LocalDate end = LocalDate.of(2026, 12, 31);
    String title = "Write the release notes";
    return List.of(
        new ProjectEvents.Created(
            PROJECT, PORTAL, ProjectStatus.ACTIVE, Priority.HIGH, OWNER, team, end, SALES),
        new ProjectEvents.Updated(
            PROJECT, PORTAL, ProjectStatus.ACTIVE, Priority.CRITICAL, OWNER, team, end, SALES),
        new ProjectEvents.StatusChanged(
            PROJECT, PORTAL, ProjectStatus.ACTIVE, ProjectStatus.PAUSED, SALES),
        new ProjectEvents.Archived(PROJECT, PORTAL, SALES),
        new TaskEvents.Created(
            TASK, PROJECT, title, TaskStatus.TODO, Priority.MEDIUM, OWNER, SALES),
        new TaskEvents.Updated(
            TASK, PROJECT, title, TaskStatus.IN_REVIEW, Priority.HIGH, OWNER, SALES),
        new TaskEvents.Completed(TASK, PROJECT, title, OWNER, SALES));
  }

  private static UUID id(int last) {
    return UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0" + last);
  }
}
