package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentLookup;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.StoredPlans;

/** What is planned for environments, on its way and in place, as far as the caller may see it. */
@Stateless
@Guarded
public class Deployments {
  private static final int PENDING = 100;
  private static final int LINES_AT_ONCE = 200;

  @Inject private DeploymentLookup lookup;
  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;
  @Inject private VisibleProjects projects;

  /** The deployments of a release; environment null: to any. */
  @RequiresPermission("releases:read")
  public Page<DeploymentDetails> of(
      @On("release") ReleaseId id, String environment, PageRequest page) {
    EnvironmentDetails to = lookup.environmentOrNull(lookup.release(id), environment);
    DeploymentFilter filter = new DeploymentFilter(id, to == null ? null : to.id(), null);
    return lookup.details(deployments.list(CurrentCall.tenantId(), filter, visible(), page));
  }

  /** The deployments to an environment, of releases that the caller may see. */
  @RequiresPermission("releases:read")
  public Page<DeploymentDetails> in(EnvironmentId id, PageRequest page) {
    environments.find(id).orElseThrow(() -> new NotFound("environment"));
    DeploymentFilter filter = new DeploymentFilter(null, id, null);
    return lookup.details(deployments.list(CurrentCall.tenantId(), filter, visible(), page));
  }

  @RequiresPermission("releases:read")
  public DeploymentDetails details(@On("release") ReleaseId id, DeploymentId deployment) {
    Release release = lookup.release(id);
    return lookup.deployment(release, deployment).details(release);
  }

  /** The newest deployment to the environment; null: to any. */
  @RequiresPermission("releases:read")
  public DeploymentDetails newest(@On("release") ReleaseId id, String environment) {
    Release release = lookup.release(id);
    return lookup.newest(release, environment).details(release);
  }

  /** The plan of the newest deployment to the environment; null: to any. */
  @RequiresPermission("releases:read")
  public PlanDetails plan(@On("release") ReleaseId id, String environment) {
    Release release = lookup.release(id);
    Deployment deployment = lookup.newest(release, environment);
    Plan plan = StoredPlans.plan(deployment.plan());
    return new PlanDetails(
        deployment.details(release),
        plan.steps(),
        StoredPlans.inverse(plan),
        plan.findings(),
        StoredPlans.dryRun(deployment.plan()),
        plan.touchedTables(),
        plan.rawSql());
  }

  /** The manifest of the newest deployment to the environment; null: to any. */
  @RequiresPermission("releases:read")
  public Manifest manifest(@On("release") ReleaseId id, String environment) {
    return StoredPlans.manifest(lookup.newest(lookup.release(id), environment).plan());
  }

  /** The log of the newest deployment to the environment; null: to any. */
  @RequiresPermission("releases:read")
  public Page<ReleaseLogLine> log(
      @On("release") ReleaseId id, String environment, PageRequest page) {
    Deployment deployment = lookup.newest(lookup.release(id), environment);
    return deployments.log(CurrentCall.tenantId(), List.of(deployment.id()), page);
  }

  /** The deployment now, and its lines behind the one that was seen last; null: from the first. */
  @RequiresPermission("releases:read")
  public WatchedDeployment watch(
      @On("release") ReleaseId id, DeploymentId deployment, ReleaseLogLine seen) {
    Release release = lookup.release(id);
    DeploymentDetails now = lookup.deployment(release, deployment).details(release);
    List<ReleaseLogLine> lines =
        deployments.logAfter(CurrentCall.tenantId(), deployment, seen, LINES_AT_ONCE);
    return new WatchedDeployment(now, lines, lines.size() == LINES_AT_ONCE);
  }

  /** The environments of the tenant with what is in them and on its way. */
  @RequiresPermission("releases:read")
  public Board board() {
    return boardOf(null);
  }

  /** The environments that releases of the project go through. */
  @RequiresPermission("releases:read")
  public Board boardIn(@On("project") ProjectId project) {
    return boardOf(project);
  }

  private Board boardOf(ProjectId project) {
    Condition visible = visible();
    return new Board(
        environments.inOrder(project).stream()
            .map(environment -> row(environment, visible))
            .toList());
  }

  private Board.Row row(EnvironmentDetails environment, Condition visible) {
    TenantId tenant = CurrentCall.tenantId();
    List<DeploymentDetails> now =
        lookup.details(deployments.current(tenant, environment.id(), visible, PENDING));
    return new Board.Row(
        new Board.Place(
            environment.id(),
            environment.name(),
            environment.position(),
            environment.url(),
            environment.policy(),
            environment.drift().state()),
        now.stream().filter(one -> one.status().isInPlace()).findFirst().orElse(null),
        now.stream().filter(one -> !one.status().isInPlace()).toList());
  }

  private Condition visible() {
    return projects.ofThings("releases", "r.projectId", "r.id");
  }
}
