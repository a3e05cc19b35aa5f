package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;

/** Finds releases, their deployments and environments by what callers say. */
@ApplicationScoped
public class DeploymentLookup {
  @Inject private ReleaseRepository releases;
  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;

  public Release release(ReleaseId id) {
    return releases.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("release"));
  }

  /** By name, alias or id, as the release's project knows it. */
  public EnvironmentDetails environment(Release release, String nameOrId) {
    return environments
        .named(nameOrId, release.projectId())
        .orElseThrow(() -> new NotFound("environment"));
  }

  /** Null for null. */
  public EnvironmentDetails environmentOrNull(Release release, String nameOrId) {
    return nameOrId == null ? null : environment(release, nameOrId);
  }

  /** The newest in the environment; null: the newest in any. */
  public Deployment newest(Release release, String environment) {
    List<Deployment> found =
        environment == null
            ? deployments.ofRelease(CurrentCall.tenantId(), release.id(), 1)
            : deployments
                .newest(
                    CurrentCall.tenantId(), release.id(), environment(release, environment).id())
                .stream()
                .toList();
    return found.stream().findFirst().orElseThrow(() -> new NotFound("deployment"));
  }

  /** Of that release, or there is none. */
  public Deployment deployment(Release release, DeploymentId id) {
    return deployments
        .byId(CurrentCall.tenantId(), id)
        .filter(deployment -> deployment.releaseId().equals(release.id()))
        .orElseThrow(() -> new NotFound("deployment"));
  }

  /** With what is told of their releases, in two statements. */
  public List<DeploymentDetails> details(List<Deployment> found) {
    Map<ReleaseId, Release> of =
        releases.byIds(CurrentCall.tenantId(), found.stream().map(Deployment::releaseId).toList());
    return found.stream()
        .map(deployment -> deployment.details(of.get(deployment.releaseId())))
        .toList();
  }

  public Page<DeploymentDetails> details(Page<Deployment> page) {
    return new Page<>(details(page.items()), page.next());
  }
}
