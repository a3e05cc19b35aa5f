package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.work.WorkQueue;
import org.freehold.releases.DeploymentStatus;

/** A timer for each soak: nobody has to ask again at the moment at which it ends. */
@ApplicationScoped
public class Soaks {
  @Inject private DeploymentTrail trail;
  @Inject private WorkQueue work;

  /** Nothing where the deployment does not soak. */
  void begin(Deployment deployment) {
    if (deployment.status() == DeploymentStatus.SOAKING) {
      work.schedule(
          SoakWork.KIND, CurrentCall.tenantId(), deployment.id().value(), end(deployment));
    }
  }

  Instant end(Deployment deployment) {
    return deployment.times().liveAt().plus(length(deployment));
  }

  /** As the environment wants it now. */
  Duration length(Deployment deployment) {
    return Duration.ofMinutes(trail.environment(deployment).policy().soakMinutes());
  }
}
