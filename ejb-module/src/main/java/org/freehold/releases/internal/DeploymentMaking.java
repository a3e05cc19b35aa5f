package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.TargetState;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentDetails.FindingsCount;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.LogLevel;
import org.freehold.releases.Manifest;

/** Makes deployments of plans that were tried out. */
@ApplicationScoped
public class DeploymentMaking {
  private static final Set<DeploymentStatus> THERE = EnumSet.copyOf(DeploymentStatus.AT_WORK);

  static {
    THERE.addAll(DeploymentStatus.IN_PLACE);
  }

  @Inject private DeploymentRepository deployments;
  @Inject private ApprovalNeed need;
  @Inject private BundleOperations operations;

  /** What was made of a plan. */
  public record Made(Deployment deployment, Manifest manifest, List<Step> inverse) {}

  /** {@link Conflict} when the environment has the release, or it is on its way there. */
  public void requireAway(Release release, EnvironmentDetails to) {
    if (!deployments.of(CurrentCall.tenantId(), to.id(), THERE, release.id()).isEmpty()) {
      throw new Conflict(
          "release_in_place",
          "The release " + release.ref() + " is in " + to.name() + " already, or on its way.",
          "Make a new release for further changes.");
    }
  }

  /** Takes the place of an older plan of the release for the environment. */
  public Made make(
      Release release,
      EnvironmentDetails to,
      EnvironmentId from,
      Plan plan,
      TargetState start,
      DryRun dryRun,
      Instant now) {
    CallContext call = CurrentCall.get();
    TenantId tenant = call.tenantId();
    requireAway(release, to);
    deployments.open(tenant, release.id(), to.id()).ifPresent(older -> older.discard(now));
    deployments.flush();
    Manifest manifest =
        Manifests.make(
            release.ref(),
            release.semver(),
            to.name(),
            release.bundleDigest(),
            operations.takingEffect(JsonText.parseObject(release.bundle()), to),
            plan,
            start.fingerprint(),
            dryRun,
            parent(tenant, to.id()));
    Deployment deployment =
        new Deployment(
            call,
            release.id(),
            to.id(),
            to.name(),
            from,
            need.of(tenant, release, to.policy()),
            prepared(plan, manifest, start, dryRun),
            now);
    deployments.add(deployment);
    deployments.add(
        new DeploymentLogLine(
            tenant, deployment.id(), LogLevel.INFO, null, planned(deployment, manifest), now));
    return new Made(deployment, manifest, StoredPlans.inverse(plan));
  }

  private static String planned(Deployment deployment, Manifest manifest) {
    return "Planned for %s in %d steps and tried out on a copy: up, down and up again. Manifest %s"
        .formatted(deployment.environment(), deployment.plan().steps(), manifest.digest());
  }

  /** Null for the first. */
  private String parent(TenantId tenant, EnvironmentId environment) {
    return deployments
        .inPlace(tenant, environment)
        .map(there -> there.plan().manifestDigest())
        .orElse(null);
  }

  private static PreparedPlan prepared(
      Plan plan, Manifest manifest, TargetState start, DryRun dryRun) {
    return new PreparedPlan(
        JsonText.of(plan),
        JsonText.of(manifest),
        manifest.digest(),
        start.fingerprint(),
        JsonText.of(start.catalog()),
        dryRun.afterUp(),
        JsonText.of(plan.findings()),
        new FindingsCount(
            count(plan, Severity.INFO), count(plan, Severity.WARNING), count(plan, Severity.ERROR)),
        JsonText.of(dryRun),
        plan.steps().size());
  }

  private static int count(Plan plan, Severity severity) {
    return Math.toIntExact(
        plan.findings().stream().map(Finding::severity).filter(severity::equals).count());
  }
}
