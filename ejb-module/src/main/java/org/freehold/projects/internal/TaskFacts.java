package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.access.Access;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.NewThingFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.projects.TaskFields;
import org.freehold.projects.TaskId;

/** What decides over access to a task, and over making one: what decides over its project. */
@ApplicationScoped
public class TaskFacts implements ResourceFactsSource, NewThingFacts<TaskFields> {
  @Inject private TaskRepository tasks;
  @Inject private ProjectRepository projects;
  @Inject private Access access;

  @Override
  public String resourceType() {
    return "task";
  }

  @Override
  public String permissionResource() {
    return "tasks";
  }

  @Override
  public boolean listsByScope() {
    return true;
  }

  @Override
  public Optional<ResourceFacts> factsOf(TenantId tenant, UUID id) {
    return tasks.byId(tenant, new TaskId(id)).map(task -> of(tenant, task));
  }

  /** What decides over access to the task as it is in memory. */
  public ResourceFacts of(TenantId tenant, Task task) {
    return projects.byId(tenant, task.projectId()).map(project -> of(task, project)).orElseThrow();
  }

  private ResourceFacts of(Task task, Project project) {
    return project.factsOf(permissionResource(), task.id().value(), task.status());
  }

  @Override
  public Optional<ResourceFacts> factsOfNew(TenantId tenant, TaskFields fields) {
    return projects
        .byId(tenant, fields.projectId())
        .filter(project -> access.decide("projects:read", project.facts()) != Decision.HIDDEN)
        .map(
            project ->
                project.factsOf(permissionResource(), Uuid7.next(), WireNames.of(fields.status())));
  }

  @Override
  public Map<UUID, ResourceFacts> factsOf(TenantId tenant, Set<UUID> ids) {
    return tasks.byIds(tenant, ids).stream()
        .map(this::of)
        .collect(Collectors.toMap(ResourceFacts::id, Function.identity()));
  }

  @Override
  public List<ResourceFacts> factsAfter(TenantId tenant, UUID after, int most) {
    return tasks.after(tenant, after, most).stream().map(this::of).toList();
  }

  private ResourceFacts of(Object[] taskAndProject) {
    return of((Task) taskAndProject[0], (Project) taskAndProject[1]);
  }
}
