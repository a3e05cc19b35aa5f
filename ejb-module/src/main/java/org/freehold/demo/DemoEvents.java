package org.freehold.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.EventType;
import org.freehold.platform.UserId;

/** What the world hears of demo data. Rows written in bulk have no events of their own. */
@ApplicationScoped
public class DemoEvents implements EventCatalogue {
  /** Somebody asked for demo data. */
  @EventType(
      value = "admin.demo_seed.requested",
      description = "Demo data was asked for; the run has not begun.")
  public record Requested(JobRunId runId, String tenantSlug, int numProjects, int tasksPerProject)
      implements DomainEvent {}

  /**
   * A run has written all that was missing.
   *
   * @param projects how many it added
   * @param tasks likewise
   * @param files likewise
   */
  @EventType(
      value = "admin.demo_seed.completed",
      description = "A run has written all demo data that was missing; told once for each run.")
  public record Completed(JobRunId runId, String tenantSlug, long projects, long tasks, long files)
      implements DomainEvent {}

  /** A new user is to be welcomed. */
  @EventType(
      value = "notification.welcome",
      description = "A demo user is new and is to be welcomed by whoever sends messages.")
  public record Welcome(UserId userId, String email, String name, String role, String tenantSlug)
      implements DomainEvent {}

  @Override
  public List<DomainEvent> examples() {
    UUID id = UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e06");
    return List.of(
        new Requested(new JobRunId(id), "techcorp", 3, 8),
        new Completed(new JobRunId(id), "techcorp", 3, 24, 9),
        new Welcome(
            new UserId(id), "developer@techcorp.example", "Daniel Kim", "developer", "techcorp"));
  }
}
