package org.freehold.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.projects.ProjectDetails;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.Projects;
import org.freehold.projects.Stakeholder;
import org.freehold.projects.TaskFields;
import org.freehold.projects.Tasks;
import org.freehold.tenancy.TeamFields;
import org.freehold.tenancy.Teams;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.WorkspaceMemberFields;
import org.freehold.tenancy.WorkspaceMembers;
import org.freehold.tenancy.Workspaces;

/** Fills every table of a tenant through the services. */
@ApplicationScoped
public class FilledTenant {
  @Inject private Workspaces workspaces;
  @Inject private WorkspaceMembers workspaceMembers;
  @Inject private Teams teams;
  @Inject private Projects projects;
  @Inject private Tasks tasks;

  void fill(SampleTenant tenant) throws Exception {
    IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), new byte[32]);
    WorkspaceId workspace =
        CurrentCall.within(
            tenant.asOwner(key),
            () -> workspaces.create(new WorkspaceFields("only", "Only", null)).id());
    CurrentCall.within(
        tenant.asOwner(),
        () -> {
          fill(workspace, tenant.owner());
          return null;
        });
  }

  private void fill(WorkspaceId workspace, UserId owner) {
    workspaceMembers.add(workspace, new WorkspaceMemberFields(owner, "member"));
    teams.create(new TeamFields("Crew", null, null, owner));
    ProjectDetails project = projects.create(project("Apollo", owner));
    tasks.create(
        project.id(),
        new TaskFields(project.id(), "Lift off", null, null, null, owner, null, null));
  }

  static ProjectFields project(String name, UserId stakeholder) {
    return new ProjectFields(
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Stakeholder(stakeholder, "sponsor")));
  }
}
