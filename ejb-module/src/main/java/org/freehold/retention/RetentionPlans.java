package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;
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

  /** The next run carries it out. Not by whoever changed the policy last. */
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
    UserId policyBy =
        policies.of(tenant, plan.dataClass()).map(RetentionPolicy::updatedBy).orElse(null);
    UserId by = CurrentCall.get().actor().userId();
    plan.decide(approve, decision.comment(), by, policyBy, clock.instant());
    plans.flush();
    changes.before(before).after(plan.details());
    return plan.details();
  }

  private RetentionPlan find(RetentionPlanId id) {
    return plans.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("plan"));
  }
}
