package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.freehold.demo.DemoSeeding;
import org.freehold.demo.SeedDemo;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunProgress;
import org.freehold.market.MakingStep.Kind;
import org.freehold.market.internal.Blueprint;
import org.freehold.market.internal.PlanOffer;
import org.freehold.market.internal.TemplateUse;
import org.freehold.market.internal.TemplateUseRepository;
import org.freehold.market.internal.UsedPlan;
import org.freehold.market.internal.UsedThingRepository;
import org.freehold.plans.Plans;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.Tenants;

/** What a run does for a use on the platform: its plans, and how it ends. */
@Stateless
@Guarded
@NotAudited(
    "It writes down steps of making things; what is made of them is on record as made by hand.")
public class UseBook {
  private static final String PLAN = "plan";

  @Inject private TemplateUseRepository uses;
  @Inject private UsedThingRepository things;
  @Inject private Plans plans;
  @Inject private Tenants tenants;
  @Inject private DemoSeeding seeding;
  @Inject private RunProgress progress;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** What is to be made, and where. */
  @SystemCall
  public Work work(TemplateUseId id) {
    TemplateUse use = find(id);
    return new Work(use.madeTenant(), use.blueprint(), use.plans());
  }

  /** The frozen wish of a use. */
  public record Work(TenantId tenant, Blueprint blueprint, PlanOffer offer) {}

  /** An IllegalStateException when it is another run's. */
  @SystemCall
  public TemplateUseStatus status(TemplateUseId id, JobRunId run) {
    TemplateUse use = find(id);
    if (!use.run().equals(run)) {
      throw new IllegalStateException("The use " + id.value() + " has a run of its own");
    }
    return use.status();
  }

  /** All that is to be made; what is there already is among it. */
  @SystemCall
  public List<MakingStep> steps(TemplateUseId id) {
    TemplateUse use = find(id);
    return steps(use.blueprint(), use.plans());
  }

  private static List<MakingStep> steps(Blueprint what, PlanOffer offer) {
    List<MakingStep> steps = new ArrayList<>();
    add(steps, Kind.PLAN, offer.plans(), plan -> "Plan " + plan.id());
    add(steps, Kind.TENANT, List.of(what.tenant()), tenant -> "Tenant " + tenant.slug());
    add(steps, Kind.DOMAIN, what.domains(), domain -> "Domain " + domain);
    add(steps, Kind.ENVIRONMENT, what.environments(), place -> "Environment " + place.name());
    add(steps, Kind.ROLE, what.roles(), role -> "Role " + role.name());
    add(steps, Kind.FLAG, what.flags(), flag -> "Flag " + flag.key());
    add(steps, Kind.EVENT_TYPE, what.eventTypes(), type -> "Event type " + type.type());
    add(steps, Kind.WEBHOOK, what.webhooks(), webhook -> "Webhook " + webhook.url());
    add(steps, Kind.PAGE, what.pages(), page -> "Page " + page.title());
    if (what.release() != null) {
      add(steps, Kind.RELEASE, List.of(what.release()), release -> "Release " + release.version());
    }
    steps.add(new MakingStep(Kind.FINISH, 0, "Opening the tenant"));
    return steps;
  }

  private static <T> void add(
      List<MakingStep> steps, Kind kind, List<T> things, Function<T, String> text) {
    for (int i = 0; i < things.size(); i++) {
      steps.add(new MakingStep(kind, i, text.apply(things.get(i))));
    }
  }

  /** Makes a plan of the tenant's own, or notes the platform's. */
  @SystemCall
  public void plan(TemplateUseId id, int index) {
    TenantId platform = CurrentCall.tenantId();
    UsedPlan plan = find(id).plans().plans().get(index);
    if (things.find(platform, id, PLAN, plan.id()).isPresent()) {
      return;
    }
    if (plan.own() != null) {
      plans.create(plan.own());
    }
    things.add(
        platform,
        id,
        new UsedThing(
            PLAN,
            plan.id(),
            null,
            "/api/plans/" + plan.id(),
            plan.own() == null ? UsedThing.Outcome.FOUND : UsedThing.Outcome.MADE),
        clock.instant());
  }

  /** All is there: the tenant is active from here on, and asks for its demo data. */
  @SystemCall
  public void finish(TemplateUseId id) {
    TenantId platform = CurrentCall.tenantId();
    TemplateUse use = locked(id);
    if (use.status() == TemplateUseStatus.MADE) {
      return;
    }
    if (tenants.details(use.slug()).status() == TenantStatus.PENDING) {
      tenants.activate(use.slug());
    }
    Blueprint.DemoData demo = use.blueprint().demo();
    if (demo != null) {
      RunDetails run =
          seeding.request(new SeedDemo(use.slug(), demo.projects(), demo.tasks(), null));
      things.add(
          platform,
          id,
          new UsedThing(
              "demo_data",
              use.slug(),
              run.id().value(),
              "/api/jobs/runs/" + run.id().value(),
              UsedThing.Outcome.MADE),
          clock.instant());
    }
    use.made(clock.instant());
    uses.flush();
    TemplateUseDetails.UsedTemplate template = use.details().template();
    events.fire(new TemplateEvents.Used(id, template.id(), template.version(), use.slug()));
  }

  /**
   * Nothing more is made. {@link org.freehold.jobs.TakenOver} when another node goes on with the
   * run: it makes the rest.
   */
  @SystemCall
  public void beginUndoing(Run run, TemplateUseId id, String why) {
    progress.expect(run, null, "Undoing what was made");
    locked(id).undo(why);
    uses.flush();
  }

  /** The tenant in which things are to be undone; empty when somebody opened it: it is kept. */
  @SystemCall
  public Optional<TenantId> undoable(TemplateUseId id) {
    return Optional.of(find(id).madeTenant()).filter(tenants::isPending);
  }

  /** The tenant is archived under another name and its own plans are gone, unless it is kept. */
  @SystemCall
  public UndoneUse undone(TemplateUseId id) {
    TemplateUse use = locked(id);
    boolean kept = !tenants.isPending(use.madeTenant()) || !tenants.discard(use.madeTenant());
    if (kept) {
      use.keepTenant();
    } else {
      discardPlans(id);
    }
    use.undone(clock.instant());
    uses.flush();
    TemplateUseDetails.UsedTemplate template = use.details().template();
    events.fire(
        new TemplateEvents.Undone(
            id, template.id(), template.version(), use.slug(), use.failure()));
    return new UndoneUse(use.failure(), kept);
  }

  private void discardPlans(TemplateUseId id) {
    things.all(CurrentCall.tenantId(), id).stream()
        .filter(thing -> thing.kind().equals(PLAN) && thing.outcome() == UsedThing.Outcome.MADE)
        .forEach(plan -> plans.discard(plan.key()));
  }

  private TemplateUse find(TemplateUseId id) {
    return uses.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("template_use"));
  }

  private TemplateUse locked(TemplateUseId id) {
    return uses.locked(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("template_use"));
  }
}
