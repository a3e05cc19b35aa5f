package org.freehold.demo;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.demo.content.Crew;
import org.freehold.demo.content.DemoContent;
import org.freehold.demo.content.DemoIds;
import org.freehold.demo.internal.DemoRepository;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.TakenOver;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.projects.ImportedProject;
import org.freehold.projects.ProjectImport;

/** The plan of a seed run in its tenant, and the rows that it writes there. */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class DemoRows {
  @Inject private DemoRepository demo;
  @Inject private ProjectImport projects;
  @Inject private DemoTrail trail;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** Freezes the plan; a plan that is there stays. */
  @SystemCall
  public void plan(JobRunId run, SeedPlan plan) {
    TenantId tenant = CurrentCall.tenantId();
    demo.keepEpoch(tenant, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    plan.parts().forEach(part -> demo.addPart(tenant, run, part));
  }

  @SystemCall
  public List<SeedPart> parts(JobRunId run) {
    return demo.parts(CurrentCall.tenantId(), run);
  }

  /** What the run added besides projects and tasks. */
  @SystemCall
  public Map<String, Long> otherCounts(JobRunId run) {
    TenantId tenant = CurrentCall.tenantId();
    return Map.of(
        "users", demo.made(tenant, DemoCrew.USER, run),
        "teams", demo.made(tenant, DemoCrew.TEAM, run),
        "files", demo.made(tenant, DemoFileRows.FILE, run));
  }

  /** What the tenant's demo projects say; the same for all runs. */
  @SystemCall
  public DemoContent content() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    List<UserId> people =
        demo.things(tenant.id(), DemoCrew.USER).values().stream().map(UserId::new).toList();
    List<TeamId> teams =
        demo.things(tenant.id(), DemoCrew.TEAM).values().stream().map(TeamId::new).toList();
    return new DemoContent(
        new DemoIds(tenant.id(), demo.epoch(tenant.id())), new Crew(tenant.slug(), people, teams));
  }

  /**
   * Writes these projects and their tasks, as far as they are missing, and moves the part on, in
   * one transaction. {@link TakenOver} when another execution has moved it.
   */
  @SystemCall
  public SeedPart write(JobRunId run, SeedPart part, DemoContent content, List<Integer> numbers) {
    TenantId tenant = CurrentCall.tenantId();
    List<ImportedProject> wanted = content.projects(numbers);
    ProjectImport.Imported added =
        projects.write(wanted, content.tasks(numbers, part.tasksPerProject()));
    SeedPart after = part.add(numbers.get(numbers.size() - 1), added.projects(), added.tasks());
    if (!demo.advance(tenant, run, part, after)) {
      throw new TakenOver(run);
    }
    if (added.projects() + added.tasks() > 0) {
      List<UUID> ids = new ArrayList<>();
      wanted.forEach(project -> ids.add(project.id().value()));
      trail.seeded(run, new DemoTrail.Seeded(ids, added.projects(), added.tasks(), 0));
    }
    return after;
  }

  /** Tells the world, once for each run, what it added. */
  @SystemCall
  public void announce(JobRunId run) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    if (!demo.announce(tenant.id(), run)) {
      return;
    }
    List<SeedPart> parts = demo.parts(tenant.id(), run);
    events.fire(
        new DemoEvents.Completed(
            run,
            tenant.slug(),
            parts.stream().mapToLong(SeedPart::projects).sum(),
            parts.stream().mapToLong(SeedPart::tasks).sum(),
            demo.made(tenant.id(), DemoFileRows.FILE, run)));
  }
}
