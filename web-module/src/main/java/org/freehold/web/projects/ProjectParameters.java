package org.freehold.web.projects;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectFilter;
import org.freehold.projects.ProjectStatus;
import org.freehold.web.openapi.OneOf;

/** The filters of the list of projects. */
public class ProjectParameters {
  @OneOf(ProjectStatus.class)
  @QueryParam("status")
  private String status;

  @OneOf(Priority.class)
  @QueryParam("priority")
  private String priority;

  @QueryParam("owner_id")
  private UserId ownerId;

  @QueryParam("team_id")
  private TeamId teamId;

  @QueryParam("department")
  private String department;

  @QueryParam("workspace_id")
  private WorkspaceId workspaceId;

  @OneOf(Visibility.class)
  @QueryParam("visibility")
  private String visibility;

  @QueryParam("start_after")
  private LocalDate startAfter;

  @QueryParam("start_before")
  private LocalDate startBefore;

  @QueryParam("end_after")
  private LocalDate endAfter;

  @QueryParam("end_before")
  private LocalDate endBefore;

  @QueryParam("created_after")
  private Instant createdAfter;

  @QueryParam("created_before")
  private Instant createdBefore;

  @QueryParam("q")
  private String q;

  ProjectFilter filter() {
    return new ProjectFilter(
        Choice.of(ProjectStatus.class, "status", status),
        Choice.of(Priority.class, "priority", priority),
        ownerId,
        teamId,
        department,
        workspaceId,
        Choice.of(Visibility.class, "visibility", visibility),
        startAfter,
        startBefore,
        endAfter,
        endBefore,
        createdAfter,
        createdBefore,
        q);
  }
}
