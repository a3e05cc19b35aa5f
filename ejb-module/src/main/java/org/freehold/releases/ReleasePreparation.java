package org.freehold.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.freehold.engine.migration.BundleRefused;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.TargetState;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.TenantId;
import org.freehold.platform.TooMany;
import org.freehold.releases.internal.BundleOperations;
import org.freehold.releases.internal.PlanTags;

/**
 * Prepares a release: a permit, the plan and its dry run with no transaction open, and what is kept
 * of it.
 */
@ApplicationScoped
public class ReleasePreparation {
  /** Each makes a schema and fills it: more at once would only wait for each other. */
  private static final int AT_ONCE = 4;

  @Inject private Releases releases;
  @Inject private ReleasePlanning planning;
  @Inject private EnvironmentTargets targets;
  @Inject private BundleOperations operations;
  @Inject private Clock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Set<TenantId> preparing = ConcurrentHashMap.newKeySet();

  public PreparedRelease prepare(PrepareRelease wish) {
    if (wish.releaseId() == null) {
      PlanPermit permit = planning.permit(wish.projectId(), wish);
      return planning.finish(wish.projectId(), permit, rehearsed(permit));
    }
    ReleaseId id = releases.idOf(wish.releaseId());
    PlanPermit permit = planning.permitAgain(id, wish);
    return planning.finishAgain(id, permit, rehearsed(permit));
  }

  private Rehearsed rehearsed(PlanPermit permit) {
    TenantId tenant = CurrentCall.tenantId();
    // One whose database answers slowly must not take the places of all others.
    if (!preparing.add(tenant)) {
      throw tooMany();
    }
    try {
      return inPlace(permit);
    } finally {
      preparing.remove(tenant);
    }
  }

  private Rehearsed inPlace(PlanPermit permit) {
    if (!free.tryAcquire()) {
      throw tooMany();
    }
    try {
      return rehearse(permit, targets.read(permit.environment().id()));
    } catch (MigrationFailed e) {
      throw ReleaseRefused.unreachable(permit.environment().name(), e);
    } finally {
      free.release();
    }
  }

  private static TooMany tooMany() {
    return new TooMany(
        "too_many_preparations",
        "Other releases are being prepared on this node just now.",
        "Try again in a few seconds.",
        5);
  }

  private Rehearsed rehearse(PlanPermit permit, TargetState start) {
    Plan plan = planned(permit, start);
    if (plan.refused()) {
      return new Rehearsed(start, plan, null, null);
    }
    EnvironmentId environment = permit.environment().id();
    try {
      return new Rehearsed(start, plan, targets.rehearse(environment, start.catalog(), plan), null);
    } catch (MigrationFailed e) {
      return new Rehearsed(start, plan, null, e);
    }
  }

  private Plan planned(PlanPermit permit, TargetState start) {
    List<Finding> findings = new ArrayList<>(permit.findings());
    findings.addAll(operations.reach(permit.bundle()));
    if (permit.changes().isEmpty()) {
      return Plan.NONE.with(findings);
    }
    try {
      return MigrationPlanner.plan(
              start.catalog(), permit.changes(), PlanTags.next(clock.instant()))
          .with(findings);
    } catch (BundleRefused e) {
      throw new Invalid(
          e.faults().stream()
              .map(
                  fault ->
                      new Fault(
                          "/bundle_data/database/changes" + fault.pointer(),
                          fault.code(),
                          fault.detail()))
              .toList());
    }
  }
}
