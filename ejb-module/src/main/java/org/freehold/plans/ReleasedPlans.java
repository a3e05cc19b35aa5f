package org.freehold.plans;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.plans.internal.Plan;
import org.freehold.plans.internal.PlanRepository;
import org.freehold.plans.internal.PlansChanged;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.SystemCall;

/** What releases of the platform make of plans, in the transaction of the release. */
@Stateless
@Guarded
public class ReleasedPlans {
  @Inject private PlanRepository plans;
  @Inject private Event<PlansChanged> news;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /**
   * What was said of a plan, before and after.
   *
   * @param put as it is kept
   */
  public record Changed(PlanTerm put, PlanTerm before) {}

  @SystemCall
  @Audited(value = "plan.released", complianceRelevant = true)
  public Changed put(PlanTerm term) {
    PlatformOnly.require();
    Plan plan =
        plans
            .locked(term.plan())
            .orElseThrow(
                () -> Invalid.at("/plan", "unknown", "There is no plan " + term.plan() + "."));
    PlanTerm before = term.asIn(plan.fields());
    change(plan, term);
    return new Changed(term.asIn(plan.fields()), before);
  }

  /**
   * Makes it again what it was before {@link #put}, unless somebody changed it since.
   *
   * @return whether it is; else it is left as it is
   */
  @SystemCall
  @Audited(value = "plan.released", complianceRelevant = true)
  public boolean takeBack(Changed changed) {
    PlatformOnly.require();
    Plan plan = plans.locked(changed.put().plan()).orElse(null);
    boolean asPut = plan != null && changed.put().asIn(plan.fields()).equals(changed.put());
    if (asPut) {
      change(plan, changed.before());
    } else {
      changes.nothingChanged();
    }
    return asPut;
  }

  private void change(Plan plan, PlanTerm term) {
    NewPlan before = plan.described();
    PlanFields after = term.in(plan.fields());
    plan.change(after, after.price().minor("/price"), clock.instant());
    plans.flush();
    changes.about("plan", null).before(before).after(plan.described());
    news.fire(new PlansChanged());
  }
}
