package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.projects.TaskId;

/** What decides over access to a task: where its project lies and who may see that. */
@ApplicationScoped
public class TaskFacts implements ResourceFactsSource {
  @Inject private TaskRepository tasks;
  @Inject private ProjectRepository projects;

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
    return tasks
        .byId(tenant, new TaskId(id))
        .flatMap(
            task ->
                projects
                    .byId(tenant, task.projectId())
                    .map(project -> project.factsOf(permissionResource(), id, task.status())));
  }

  @Override
  public List<ResourceFacts> factsAfter(TenantId tenant, UUID after, int most) {
    return tasks.after(tenant, after, most).stream()
        .map(row -> ((Project) row[1]).facts(permissionResource(), (UUID) row[0]))
        .toList();
  }
}
