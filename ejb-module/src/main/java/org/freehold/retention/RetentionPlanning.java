package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.audit.archive.TrailArchives;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.RetainedData;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;
import org.freehold.retention.internal.KeptDays;
import org.freehold.retention.internal.PlanRepository;
import org.freehold.retention.internal.PolicyRepository;
import org.freehold.retention.internal.RetainedClasses;
import org.freehold.retention.internal.RetentionPlan;
import org.freehold.retention.internal.RetentionPolicy;
import org.freehold.retention.internal.RetentionSettings;

/** Plans which months of the trail of the tenant of the call go. */
@Stateless
@Guarded
@NotAudited("It plans what policies say; what is then removed is on record as retention.certified.")
public class RetentionPlanning {
  /** The class of data that it is about. */
  static final String TRAIL = "audit_events";

  @Inject private RetainedClasses classes;
  @Inject private KeptDays kept;
  @Inject private TrailArchives trail;
  @Inject private PlanRepository plans;
  @Inject private PolicyRepository policies;
  @Inject private RetentionSettings settings;
  @Inject private Clock clock;

  /** What has expired and no hold keeps wholly; changes nothing. */
  @SystemCall
  public List<ExpiredMonth> look() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    RetainedData data = classes.named(TRAIL);
    Instant before = kept.boundary(data, kept.of(tenant, data));
    return trail.months(before).stream().filter(month -> month.events() > month.held()).toList();
  }

  /**
   * Plans those months that have no plan yet, or that are there again, looks again at what was not
   * carried out, and withdraws what is kept now; answers how many wait.
   */
  @SystemCall
  public int plan() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    Map<Object, RetentionPlan> known =
        plans.all(tenant.id(), TRAIL).stream()
            .collect(Collectors.toMap(RetentionPlan::month, Function.identity()));
    boolean asks =
        policies.of(tenant.id(), TRAIL).map(RetentionPolicy::requiresApproval).orElse(false);
    int days = kept.of(tenant, classes.named(TRAIL));
    for (ExpiredMonth month : look()) {
      RetentionPlan plan = known.remove(month.month());
      boolean needsApproval = asks || month.events() - month.held() > settings.approvalAbove();
      if (plan == null) {
        plan = new RetentionPlan(tenant.id(), TRAIL, month, clock.instant());
        plan.plan(month, days, needsApproval);
        plans.add(tenant.id(), plan);
      } else if (plan.isOpenAgain(month)) {
        plan.plan(month, days, needsApproval);
      } else {
        plan.lookAgain(month, days, needsApproval);
      }
    }
    known.values().stream().filter(RetentionPlan::isUndone).forEach(RetentionPlan::withdraw);
    plans.flush();
    return (int)
        plans.all(tenant.id(), TRAIL).stream()
            .filter(plan -> plan.status() == PlanStatus.WAITING)
            .count();
  }
}
