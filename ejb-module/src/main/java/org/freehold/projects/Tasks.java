package org.freehold.projects;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.freehold.access.Access;
import org.freehold.engine.access.Decision;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.projects.internal.Project;
import org.freehold.projects.internal.ProjectRepository;
import org.freehold.projects.internal.ProjectScope;
import org.freehold.projects.internal.Task;
import org.freehold.projects.internal.TaskFacts;
import org.freehold.projects.internal.TaskRepository;
import org.freehold.tenancy.TenantReferences;

/** The tasks in the projects that the caller may see. */
@Stateless
@Guarded
public class Tasks {
  private static final String WRITE = "tasks:write";

  @Inject private TaskRepository tasks;
  @Inject private ProjectRepository projects;
  @Inject private TaskFacts facts;
  @Inject private TenantReferences references;
  @Inject private Access access;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** A task in the project, which must be the one that the fields name. */
  @RequiresPermission(WRITE)
  @Audited("task.created")
  public TaskDetails create(@On("project") ProjectId project, @OnNew("task") TaskFields fields) {
    if (!project.equals(fields.projectId())) {
      throw new IllegalArgumentException("The fields name another project than " + project);
    }
    requireAssignee(fields.assigneeId());
    Task task = new Task(CurrentCall.tenantId(), fields, clock.instant());
    tasks.add(task);
    events.fire(TaskEvents.Created.of(task.id(), task.fields(), workspaceOf(task)));
    return told(task, null);
  }

  @RequiresPermission("tasks:read")
  public Page<TaskDetails> list(TaskFilter filter, PageRequest page) {
    return visible(filter, page);
  }

  @RequiresPermission("tasks:read")
  public Page<TaskDetails> listIn(
      @On("project") ProjectId project, TaskFilter filter, PageRequest page) {
    return visible(filter.in(project), page);
  }

  private Page<TaskDetails> visible(TaskFilter filter, PageRequest page) {
    ProjectScope scope = new ProjectScope(access.scope("tasks"));
    return tasks.list(CurrentCall.tenantId(), filter, scope, page);
  }

  @RequiresPermission("tasks:read")
  public TaskDetails details(@On("task") TaskId id) {
    return find(id).details();
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission(WRITE)
  @Audited("task.updated")
  public TaskDetails change(
      @On("task") TaskId id, UnaryOperator<TaskFields> change, Long expectedVersion) {
    Task task = find(id);
    if (expectedVersion != null && expectedVersion != task.version()) {
      throw new Stale();
    }
    TaskFields before = task.fields();
    TaskFields after = change.apply(before);
    if (!Objects.equals(before.assigneeId(), after.assigneeId())) {
      requireAssignee(after.assigneeId());
    }
    task.change(after, clock.instant());
    if (access.decideNew(WRITE, facts.of(CurrentCall.tenantId(), task)) != Decision.ALLOW) {
      throw NotAllowed.missing(WRITE);
    }
    tasks.flush();
    tell(task, before);
    return told(task, before);
  }

  private void tell(Task task, TaskFields before) {
    TaskFields after = task.fields();
    if (after.equals(before)) {
      return;
    }
    WorkspaceId workspace = workspaceOf(task);
    events.fire(TaskEvents.Updated.of(task.id(), after, workspace));
    if (after.status() == TaskStatus.DONE && before.status() != TaskStatus.DONE) {
      events.fire(
          new TaskEvents.Completed(
              task.id(), after.projectId(), after.title(), after.assigneeId(), workspace));
    }
  }

  /** Null: its project is in none. */
  private WorkspaceId workspaceOf(Task task) {
    return projects
        .byId(CurrentCall.tenantId(), task.projectId())
        .map(Project::workspaceId)
        .orElse(null);
  }

  private void requireAssignee(UserId assignee) {
    if (assignee != null) {
      references.requireUsers(Map.of("/assignee_id", assignee));
    }
  }

  private TaskDetails told(Task task, TaskFields before) {
    changes
        .about("task", task.id().value())
        .inProject(task.projectId().value())
        .before(before)
        .after(task.fields());
    return task.details();
  }

  private Task find(TaskId id) {
    return tasks.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("task"));
  }
}
