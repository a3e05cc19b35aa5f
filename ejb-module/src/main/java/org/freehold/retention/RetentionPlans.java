package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.retention.internal.KeptDays;
import org.freehold.retention.internal.PlanRepository;
import org.freehold.retention.internal.PolicyRepository;
import org.freehold.retention.internal.RetentionPlan;
import org.freehold.retention.internal.RetentionPolicy;

/** What has expired of the tenant of the call, and who lets it go. */
@Stateless
@Guarded
public class RetentionPlans {
  @Inject private PlanRepository plans;
  @Inject private PolicyRepository policies;
  @Inject private KeptDays kept;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** {@code status} null: all. */
  @RequiresPermission("compliance:read")
  public Page<RetentionPlanDetails> list(PlanStatus status, PageRequest page) {
    return plans.list(CurrentCall.tenantId(), status, page);
  }

  @RequiresPermission("compliance:read")
  public RetentionPlanDetails details(RetentionPlanId id) {
    return find(id).details();
  }

  /**
   * The next run carries it out. Not by whoever last let the policy remove more, nor what it keeps
   * now.
   */
  @RequiresPermission("compliance:admin")
  @PeopleOnly
  @Audited(value = "retention_plan.approved", complianceRelevant = true)
  public RetentionPlanDetails approve(RetentionPlanId id, PlanDecision decision) {
    return decide(id, decision, true);
  }

  /** Nothing of it is removed until somebody approves it. */
  @RequiresPermission("compliance:admin")
  @PeopleOnly
  @Audited(value = "retention_plan.rejected", complianceRelevant = true)
  public RetentionPlanDetails reject(RetentionPlanId id, PlanDecision decision) {
    return decide(id, decision, false);
  }

  private RetentionPlanDetails decide(RetentionPlanId id, PlanDecision decision, boolean approve) {
    TenantId tenant = CurrentCall.tenantId();
    RetentionPlan plan = find(id);
    RetentionPlanDetails before = plan.details();
    changes.about("retention_plan", id.value());
    if (approve && !kept.isOver(CurrentCall.get().requireTenant(), plan)) {
      throw new Conflict(
          "plan_decided",
          "The policy keeps this month now: nothing is to be decided.",
          "The next run of retention-cleanup withdraws the plan.");
    }
    UserId loosenedBy =
        policies.of(tenant, plan.dataClass()).map(RetentionPolicy::loosenedBy).orElse(null);
    UserId by = CurrentCall.get().actor().userId();
    plan.decide(approve, decision.comment(), by, loosenedBy, clock.instant());
    plans.flush();
    changes.before(before).after(plan.details());
    return plan.details();
  }

  private RetentionPlan find(RetentionPlanId id) {
    return plans.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("plan"));
  }
}
