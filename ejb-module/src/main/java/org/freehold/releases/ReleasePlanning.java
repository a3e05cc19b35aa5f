package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.json.JsonText;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.BundleOperations;
import org.freehold.releases.internal.Bundles;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentLookup;
import org.freehold.releases.internal.DeploymentMaking;
import org.freehold.releases.internal.DeploymentMaking.Made;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.ReleaseMaking;
import org.freehold.releases.internal.ReleaseNews;

/**
 * Plans in two steps: a permit before the environment is read and the plan is tried out, and the
 * plan when it has been. The second checks everything again: minutes may have passed.
 */
@Stateless
@Guarded
public class ReleasePlanning {
  @Inject private Bundles bundles;
  @Inject private BundleOperations operations;
  @Inject private ReleaseMaking releases;
  @Inject private DeploymentMaking deployments;
  @Inject private DeploymentLookup lookup;
  @Inject private EnvironmentDirectory environments;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** For a new release in the project; null: of the tenant. */
  @RequiresPermission("releases:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public PlanPermit permit(
      @On("project") @OnNew("release") ProjectId project, PrepareRelease wish) {
    requireNamed(project, wish);
    if (wish.bundleData() == null) {
      throw Invalid.at("/bundle_data", "required", "A new release needs a bundle.");
    }
    return permit(project, wish, bundles.given(wish.bundleData()));
  }

  /** For a release that is there: a draft, or one that goes on to a further environment. */
  @RequiresPermission("releases:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public PlanPermit permitAgain(@On("release") ReleaseId id, PrepareRelease wish) {
    Release release = lookup.release(id);
    release.requireOurs();
    if (wish.projectId() != null && !wish.projectId().equals(release.projectId())) {
      throw Invalid.at("/project_id", "other", "The release is of another project, or of none.");
    }
    if (wish.version() != null && !wish.version().equals(release.semver())) {
      throw Invalid.at(
          "/version", "other", "The release has the version " + release.semver() + ".");
    }
    PlanPermit permit = permit(release.projectId(), wish, bundles.of(release, wish.bundleData()));
    deployments.requireAway(release, permit.environment());
    requireSame(release, permit);
    return permit;
  }

  /** Before anything is tried out: a release keeps its bundle. */
  private void requireSame(Release release, PlanPermit permit) {
    release.requireTakes(bundles.digest(permit.bundle()));
  }

  private PlanPermit permit(ProjectId project, PrepareRelease wish, JsonObject bundle) {
    EnvironmentDetails to = named(wish.toEnv(), "/to_env", project);
    EnvironmentId from = null;
    if (wish.fromEnv() != null) {
      EnvironmentDetails before = named(wish.fromEnv(), "/from_env", project);
      if (before.position() >= to.position()) {
        throw Invalid.at(
            "/from_env", "order", "A release comes from an environment that stands before.");
      }
      from = before.id();
    }
    return new PlanPermit(
        wish, to, from, bundle, bundles.changes(bundle), operations.findings(bundle, to, project));
  }

  private EnvironmentDetails named(String name, String pointer, ProjectId project) {
    return environments
        .named(name, project)
        .orElseThrow(() -> Invalid.at(pointer, "unknown", "There is no environment " + name + "."));
  }

  /** Makes the release with its first plan. */
  @RequiresPermission("releases:write")
  @Audited("release.prepared")
  public PreparedRelease finish(
      @On("project") @OnNew("release") ProjectId project, PlanPermit permit, Rehearsed rehearsed) {
    PrepareRelease wish = permit.wish();
    requireNamed(project, wish);
    RehearsalCheck.require(permit, rehearsed);
    Instant now = clock.instant();
    Release release =
        releases.draft(
            CurrentCall.get(),
            new ReleaseFields(
                project, wish.version(), wish.name(), wish.description(), wish.releaseNotes()),
            now);
    return finished(release, permit, rehearsed, now);
  }

  /** Gives the release that is there a plan. */
  @RequiresPermission("releases:write")
  @Audited("release.prepared")
  public PreparedRelease finishAgain(
      @On("release") ReleaseId id, PlanPermit permit, Rehearsed rehearsed) {
    Release release = lookup.release(id);
    changes.about("release", id.value()).inProject(value(release.projectId()));
    RehearsalCheck.require(permit, rehearsed);
    return finished(release, permit, rehearsed, clock.instant());
  }

  private PreparedRelease finished(
      Release release, PlanPermit permit, Rehearsed rehearsed, Instant now) {
    EnvironmentDetails to =
        environments.find(permit.environment().id()).orElseThrow(() -> new NotFound("environment"));
    release.take(JsonText.of(permit.bundle()), bundles.digest(permit.bundle()), now);
    Made made =
        deployments.make(
            release,
            to,
            permit.from(),
            rehearsed.plan(),
            rehearsed.start(),
            rehearsed.dryRun(),
            now);
    Deployment deployment = made.deployment();
    DeploymentDetails details = deployment.details(release);
    changes
        .about("release", release.id().value())
        .inProject(value(release.projectId()))
        .after(made.manifest());
    events.fire(ReleaseNews.prepared(release, deployment));
    return new PreparedRelease(
        release.ref(),
        release.id(),
        release.semver(),
        release.status(),
        details,
        made.manifest(),
        rehearsed.plan().steps(),
        made.inverse(),
        rehearsed.plan().findings(),
        rehearsed.dryRun());
  }

  private static void requireNamed(ProjectId project, PrepareRelease wish) {
    if (!Objects.equals(project, wish.projectId())) {
      throw new IllegalArgumentException("The fields name another project than " + project);
    }
  }

  private static java.util.UUID value(ProjectId project) {
    return project == null ? null : project.value();
  }
}
