package org.freehold.releases.gates.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.FreezeWindow;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.approvals.internal.ApprovalsOnRecord;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateOutcome;
import org.freehold.releases.gates.GateRules;
import org.freehold.releases.gates.GateVerdict;
import org.freehold.releases.gates.PromotionRefused;
import org.freehold.releases.gates.UpstreamFacts;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.Release;

/**
 * Asks the gates that a promotion passes before it begins, and keeps what was found at these and at
 * those behind them. Belongs to the promotion itself: there is no way around it. Needs a running
 * transaction of the tenant that holds the deployment.
 */
@ApplicationScoped
public class PromotionGates {
  /** The set's first two environments: nothing before them must have the release. */
  private static final int FIRST_HOPS = 2;

  @Inject private EnvironmentDirectory environments;
  @Inject private DeploymentRepository deployments;
  @Inject private ApprovalsOnRecord approvals;
  @Inject private GateRepository gates;
  @Inject private Clock clock;

  /**
   * Lets through or throws {@link PromotionRefused} of the first gate that does not.
   *
   * @param requester who asks for the promotion; null when no person does
   */
  public void requireOpen(
      TenantId tenant,
      Release release,
      Deployment deployment,
      EnvironmentDetails environment,
      UserId requester) {
    List<GateVerdict> verdicts = judge(tenant, release, deployment, environment, requester);
    for (GateVerdict verdict : verdicts) {
      verdict
          .refused()
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
    for (GateVerdict verdict : verdicts) {
      record(tenant, deployment.id(), verdict.gate(), verdict.outcome(), verdict.evidence());
    }
  }

  /** What the gates would say now, in their order. */
  public List<GateVerdict> judge(
      TenantId tenant,
      Release release,
      Deployment deployment,
      EnvironmentDetails environment,
      UserId requester) {
    Instant now = clock.instant();
    GateRules rules = new GateRules(release.ref(), environment.name());
    List<FreezeWindow> freezes = environment.policy().frozenBy(now);
    return List.of(
        rules.upstream(upstream(tenant, release, environment), now),
        rules.approvals(approvals.of(tenant, release, deployment, environment.policy(), requester)),
        rules.freeze(
            environment.policy().frozenUntil(now).orElse(null),
            freezes.stream().map(FreezeWindow::reason).collect(Collectors.joining("; ")),
            now));
  }

  private UpstreamFacts upstream(TenantId tenant, Release release, EnvironmentDetails environment) {
    List<EnvironmentDetails> set = environments.besides(environment.id());
    int index = set.stream().map(EnvironmentDetails::id).toList().indexOf(environment.id());
    if (index < FIRST_HOPS) {
      return null;
    }
    EnvironmentDetails before = set.get(index - 1);
    Duration soak = Duration.ofMinutes(before.policy().soakMinutes());
    return deployments
        .inPlace(tenant, before.id())
        .filter(one -> one.releaseId().equals(release.id()))
        .map(one -> new UpstreamFacts(before.name(), true, one.times().liveAt(), soak))
        .orElseGet(() -> new UpstreamFacts(before.name(), false, null, soak));
  }

  /** Keeps what was found at a gate; asked again, the last word counts. */
  public void record(
      TenantId tenant,
      DeploymentId deployment,
      Gate gate,
      GateOutcome outcome,
      Map<String, Object> evidence) {
    gates.record(tenant, deployment, gate, outcome, evidence, clock.instant());
  }
}
