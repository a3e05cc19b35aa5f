package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.freehold.demo.DemoSeeding;
import org.freehold.demo.SeedDemo;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.RunDetails;
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
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.Tenants;

/** What a run does for a use on the platform: its plans, and how it ends. */
@Stateless
@Guarded
public class UseBook {
  @Inject private TemplateUseRepository uses;
  @Inject private UsedThingRepository things;
  @Inject private Plans plans;
  @Inject private Tenants tenants;
  @Inject private DemoSeeding seeding;
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
  public MakingPlan plan(TemplateUseId id, JobRunId run) {
    TemplateUse use = find(id);
    if (!use.run().equals(run)) {
      throw new IllegalStateException("The use " + id.value() + " has a run of its own");
    }
    return new MakingPlan(id, use.status(), steps(use.blueprint(), use.plans()));
  }

  private static List<MakingStep> steps(Blueprint what, PlanOffer offer) {
    List<MakingStep> steps = new ArrayList<>();
    add(steps, Kind.PLAN, offer.plans(), plan -> "Plan " + plan.id());
    add(steps, Kind.TENANT, List.of(what.tenant()), tenant -> "Tenant " + tenant.slug());
    add(steps, Kind.DOMAIN, what.domains(), domain -> "Domain " + domain);
    add(steps, Kind.ENVIRONMENT, what.environments(), place -> "Environment " + place.name());
    add(steps, Kind.ROLE, what.roles(), role -> "Role " + role.name());
    add(steps, Kind.FLAG, what.flags(), flag -> "Flag " + flag.key());
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
    if (things.find(platform, id, "plan", plan.id()).isPresent()) {
      return;
    }
    if (plan.own() != null) {
      plans.create(plan.own());
    }
    things.add(
        platform,
        id,
        new UsedThing(
            "plan",
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

  /** Nothing more is made. */
  @SystemCall
  public void beginUndoing(TemplateUseId id, String why) {
    locked(id).undo(why);
    uses.flush();
  }

  /** The tenant is archived under another name and its own plans are gone. Answers why. */
  @SystemCall
  public String undone(TemplateUseId id) {
    TemplateUse use = locked(id);
    if (tenants.discard(use.madeTenant())) {
      discardPlans(use);
    }
    use.undone(clock.instant());
    uses.flush();
    TemplateUseDetails.UsedTemplate template = use.details().template();
    events.fire(
        new TemplateEvents.Undone(
            id, template.id(), template.version(), use.slug(), use.failure()));
    return use.failure();
  }

  private void discardPlans(TemplateUse use) {
    List<String> made =
        things.all(CurrentCall.tenantId(), use.id()).stream().map(UsedThing::key).toList();
    use.plans().plans().stream()
        .filter(plan -> plan.own() != null && made.contains(plan.id()))
        .forEach(plan -> plans.discard(plan.id()));
  }

  private TemplateUse find(TemplateUseId id) {
    return uses.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("template_use"));
  }

  private TemplateUse locked(TemplateUseId id) {
    return uses.locked(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("template_use"));
  }
}
