package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.environments.EnvironmentPolicy;
import org.freehold.platform.TenantId;

/**
 * How many people must approve of a deployment: as many as the environment wants, and one at the
 * least where the release's project says that it requires approval. The database says the same.
 */
@ApplicationScoped
public class ApprovalNeed {
  @Inject private ReleaseFacts facts;

  public int of(TenantId tenant, Release release, EnvironmentPolicy policy) {
    boolean byProject =
        facts
            .factsOf(tenant, release.id().value())
            .map(known -> Boolean.TRUE.equals(known.attributes().requiresApproval()))
            .orElse(false);
    return byProject ? Math.max(1, policy.approvals()) : policy.approvals();
  }
}
