package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.approvals.ApprovalEvents;

/** One example of each event of approvals. */
@ApplicationScoped
public class ApprovalEventCatalogue implements EventCatalogue {
  private static final ReleaseId RELEASE =
      new ReleaseId(id("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e20"));
  private static final DeploymentId DEPLOYMENT =
      new DeploymentId(id("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e21"));
  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId(id("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e22"));
  private static final UserId BY = new UserId(id("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e02"));
  private static final String REF = "rel_20260115_1200";
  private static final String PLACE = "production";

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new ApprovalEvents.Approved(RELEASE, REF, DEPLOYMENT, PLACE, ENVIRONMENT, BY, 1, 1),
        new ApprovalEvents.Rejected(
            RELEASE, REF, DEPLOYMENT, PLACE, ENVIRONMENT, BY, "Not before the sale is over."));
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
