package org.freehold.projects;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.freehold.access.Access;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.Page;
import org.freehold.platform.Quotas;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.projects.internal.Project;
import org.freehold.projects.internal.ProjectMeter;
import org.freehold.projects.internal.ProjectReferences;
import org.freehold.projects.internal.ProjectRepository;
import org.freehold.projects.internal.ProjectScope;

/** The projects of a tenant, as far as the caller may see them. */
@Stateless
@Guarded
public class Projects {
  @Inject private ProjectRepository projects;
  @Inject private ProjectReferences references;
  @Inject private Access access;
  @Inject private Quotas quotas;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** For whoever may write such a project. */
  @RequiresPermission("projects:write")
  @Audited("project.created")
  public ProjectDetails create(@OnNew("project") ProjectFields fields) {
    return add(fields);
  }

  /**
   * For whoever may write such a project in the workspace, which must be the one that the fields
   * name.
   */
  @RequiresPermission("projects:write")
  @Audited("project.created")
  public ProjectDetails createIn(
      @On("project_workspace") WorkspaceId workspace, @OnNew("project") ProjectFields fields) {
    if (!workspace.equals(fields.workspaceId())) {
      throw new IllegalArgumentException("The fields name another workspace than " + workspace);
    }
    return add(fields);
  }

  private ProjectDetails add(ProjectFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    if (fields.status() != ProjectStatus.ARCHIVED) {
      quotas.take(ProjectMeter.METER, 1);
    }
    references.check(fields);
    Project project = new Project(tenant, fields, caller(), clock.instant());
    projects.add(project);
    projects.keepParticipants(tenant, project.id(), Set.of(), users(fields.stakeholders()));
    events.fire(ProjectEvents.Created.of(project.id(), project.fields()));
    return told(project, null);
  }

  private static UserId caller() {
    return CurrentCall.get().actor().person();
  }

  @RequiresPermission("projects:read")
  public Page<ProjectDetails> list(ProjectFilter filter, PageRequest page) {
    ProjectScope scope = new ProjectScope(access.scope("projects"));
    return projects.list(CurrentCall.tenantId(), filter, scope, page);
  }

  @RequiresPermission("projects:read")
  public ProjectDetails details(@On("project") ProjectId id) {
    return find(id).details();
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission("projects:write")
  @Audited("project.updated")
  public ProjectDetails change(
      @On("project") ProjectId id, UnaryOperator<ProjectFields> change, Long expectedVersion) {
    Project project = find(id);
    if (expectedVersion != null && expectedVersion != project.version()) {
      throw new Stale();
    }
    ProjectFields before = project.fields();
    ProjectFields after = change.apply(before);
    if (before.status() == ProjectStatus.ARCHIVED && after.status() != ProjectStatus.ARCHIVED) {
      quotas.take(ProjectMeter.METER, 1);
    }
    references.check(before, after);
    project.change(after, clock.instant());
    references.requireMayBe(before, project);
    projects.flush();
    projects.keepParticipants(
        CurrentCall.tenantId(), id, users(before.stakeholders()), users(after.stakeholders()));
    tell(project, before);
    return told(project, before);
  }

  private void tell(Project project, ProjectFields before) {
    ProjectFields after = project.fields();
    if (after.equals(before)) {
      return;
    }
    events.fire(ProjectEvents.Updated.of(project.id(), after));
    if (after.status() != before.status()) {
      events.fire(
          new ProjectEvents.StatusChanged(
              project.id(), after.name(), before.status(), after.status(), after.workspaceId()));
      if (after.status() == ProjectStatus.ARCHIVED) {
        events.fire(new ProjectEvents.Archived(project.id(), after.name(), after.workspaceId()));
      }
    }
  }

  private ProjectDetails told(Project project, ProjectFields before) {
    UUID id = project.id().value();
    changes.about("project", id).inProject(id).before(before).after(project.fields());
    return project.details();
  }

  private Project find(ProjectId id) {
    return projects.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("project"));
  }

  private static Set<UUID> users(List<Stakeholder> stakeholders) {
    return stakeholders.stream()
        .map(Stakeholder::userId)
        .map(UserId::value)
        .collect(Collectors.toSet());
  }
}
