package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.platform.CallContext;
import org.freehold.platform.NotFound;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentDetails.FindingsCount;
import org.freehold.releases.Manifest;

/** Records deployments that were made by other means. */
@ApplicationScoped
public class ExternalDeployments {
  private static final int SCHEMA = 1;
  private static final Plan NOTHING = new Plan(List.of(), List.of(), List.of(), false);

  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;

  /** {@code environment} by name or id; null: the last one that the release could go to. */
  public Deployment record(CallContext call, Release release, String environment, Instant now) {
    EnvironmentDetails place = place(release, environment);
    Deployment deployment =
        new Deployment(
            call, release.id(), place.id(), place.name(), null, 0, plan(release, place), now);
    deployment.recordedOnly(call.actor().person(), now);
    deployments.add(deployment);
    return deployment;
  }

  private EnvironmentDetails place(Release release, String environment) {
    if (environment != null) {
      return environments
          .named(environment, release.projectId())
          .orElseThrow(() -> new NotFound("environment"));
    }
    List<EnvironmentDetails> all = environments.inOrder(release.projectId());
    return all.get(all.size() - 1);
  }

  /** That there is nothing that we could do or undo. */
  private static PreparedPlan plan(Release release, EnvironmentDetails place) {
    Manifest undigested = manifest(release, place, null);
    String digest = Manifests.digest(JsonText.toObject(undigested));
    return new PreparedPlan(
        JsonText.of(NOTHING),
        JsonText.of(manifest(release, place, digest)),
        digest,
        null,
        null,
        null,
        "[]",
        new FindingsCount(0, 0, 0),
        null,
        0);
  }

  private static Manifest manifest(Release release, EnvironmentDetails place, String digest) {
    return new Manifest(
        SCHEMA,
        "external",
        release.ref(),
        release.semver(),
        place.name(),
        null,
        null,
        Manifests.planDigest(NOTHING),
        Manifests.inverseDigest(NOTHING),
        null,
        null,
        null,
        null,
        digest);
  }
}
