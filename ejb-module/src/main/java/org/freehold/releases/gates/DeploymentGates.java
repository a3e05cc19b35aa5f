package org.freehold.releases.gates;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.gates.internal.GateRepository;
import org.freehold.releases.gates.internal.PromotionGates;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.ReleaseRepository;

/** How deployments fared at their gates, and how those that wait would fare now. */
@Stateless
@Guarded
public class DeploymentGates {
  @Inject private ReleaseRepository releases;
  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;
  @Inject private PromotionGates gates;
  @Inject private GateRepository stored;
  @Inject private Clock clock;

  /**
   * What is on record; of a deployment that waits to be promoted what the gates before a promotion
   * would say now, if the caller asked for it.
   */
  @RequiresPermission("releases:read")
  public Page<GateDetails> list(@On("release") ReleaseId release, DeploymentId id) {
    TenantId tenant = CurrentCall.tenantId();
    Deployment deployment =
        deployments
            .byId(tenant, id)
            .filter(one -> one.releaseId().equals(release))
            .orElseThrow(() -> new NotFound("deployment"));
    return new Page<>(
        deployment.status().isOpen() ? now(tenant, deployment) : stored.of(tenant, id), null);
  }

  private List<GateDetails> now(TenantId tenant, Deployment deployment) {
    Release release = releases.byId(tenant, deployment.releaseId()).orElseThrow();
    EnvironmentDetails environment =
        environments
            .find(deployment.environmentId())
            .orElseThrow(() -> new NotFound("environment"));
    Instant now = clock.instant();
    return gates
        .judge(tenant, release, deployment, environment, CurrentCall.get().actor().person())
        .stream()
        .map(
            verdict ->
                new GateDetails(
                    verdict.gate(),
                    verdict.outcome(),
                    JsonText.parseObject(JsonText.of(verdict.evidence())),
                    now))
        .toList();
  }
}
