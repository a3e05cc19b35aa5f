package org.freehold.releases.metrics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.EnvironmentName;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.On;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.VisibleProjects;
import org.freehold.projects.ProjectId;
import org.freehold.releases.metrics.internal.DeploymentFact;
import org.freehold.releases.metrics.internal.FiguresOf;
import org.freehold.releases.metrics.internal.MetricsRepository;

/** How often releases go out, how long that takes, how often it fails and for how long. */
@Stateless
@Guarded
public class ReleaseMetrics {
  private static final int MOST_DAYS = 366;

  @Inject private MetricsRepository deployments;
  @Inject private VisibleProjects projects;
  @Inject private Clock clock;

  /** Of what the caller may see; {@code environment} null: each, and all together. */
  @RequiresPermission("releases:read")
  public DeliveryMetrics metrics(String environment, int days) {
    return counted(environment, null, days);
  }

  @RequiresPermission("releases:read")
  public DeliveryMetrics metricsIn(@On("project") ProjectId project, String environment, int days) {
    return counted(environment, project, days);
  }

  private DeliveryMetrics counted(String environment, ProjectId project, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Invalid.at("days", "range", "days must be between 1 and " + MOST_DAYS + ".");
    }
    Instant until = clock.instant();
    Instant from = until.minus(Duration.ofDays(days));
    List<DeploymentFact> facts =
        deployments.begunSince(
            CurrentCall.tenantId(),
            from,
            EnvironmentName.canonical(environment),
            project,
            projects.ofThings("releases", "r.projectId", "r.id"));
    return new DeliveryMetrics(
        from, until, days, new FiguresOf(facts).over(days), perEnvironment(facts, days));
  }

  private static List<DeliveryMetrics.OfEnvironment> perEnvironment(
      List<DeploymentFact> facts, int days) {
    Map<EnvironmentId, List<DeploymentFact>> grouped =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    DeploymentFact::environmentId, LinkedHashMap::new, Collectors.toList()));
    return grouped.entrySet().stream()
        .map(
            one ->
                new DeliveryMetrics.OfEnvironment(
                    one.getKey(),
                    one.getValue().get(0).environment(),
                    new FiguresOf(one.getValue()).over(days)))
        .sorted(Comparator.comparing(DeliveryMetrics.OfEnvironment::environment))
        .toList();
  }
}
