package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.environments.EnvironmentPolicy;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.releases.gates.ApprovalFacts;
import org.freehold.releases.internal.ApprovalNeed;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.Release;

/** Gathers what is known of the approvals of a deployment, each proved anew. */
@ApplicationScoped
public class ApprovalsOnRecord {
  @Inject private ReleaseApprovalRepository approvals;
  @Inject private DeploymentRepository deployments;
  @Inject private ApprovalProof proof;
  @Inject private ApprovalNeed need;

  /** {@code requester} null while nobody asks for the promotion, or no person does. */
  public ApprovalFacts of(
      TenantId tenant,
      Release release,
      Deployment deployment,
      EnvironmentPolicy policy,
      UserId requester) {
    List<ApprovalFacts.Given> given =
        approvals.of(tenant, List.of(deployment.id())).stream()
            .map(
                one ->
                    new ApprovalFacts.Given(
                        one.userId(),
                        one.decision(),
                        one.manifestDigest(),
                        proof.holds(tenant, one)))
            .toList();
    return new ApprovalFacts(
        need.of(tenant, release, policy),
        policy.allowSelfApproval(),
        deployment.plan().manifestDigest(),
        authors(tenant, release, deployment),
        requester,
        given);
  }

  /** Whoever made the release, brought its bundle, or prepared this plan of it. */
  private Set<UserId> authors(TenantId tenant, Release release, Deployment deployment) {
    UserId bringer =
        deployments.first(tenant, release.id()).map(first -> first.plan().plannedBy()).orElse(null);
    return Stream.of(release.createdBy(), bringer, deployment.plan().plannedBy())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
