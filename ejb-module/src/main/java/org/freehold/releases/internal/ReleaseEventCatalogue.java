package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseEvents;
import org.freehold.releases.ReleaseId;

/** One example of each event of releases. */
@ApplicationScoped
public class ReleaseEventCatalogue implements EventCatalogue {
  private static final ReleaseId RELEASE = new ReleaseId(id(1));
  private static final String REF = "rel_20260115_1200";
  private static final String VERSION = "1.4.2";
  private static final DeploymentId DEPLOYMENT = new DeploymentId(id(2));
  private static final EnvironmentId STAGING = new EnvironmentId(id(3));
  private static final UserId MARA = new UserId(id(4));
  private static final String DIGEST =
      "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new ReleaseEvents.Prepared(
            RELEASE, REF, VERSION, null, DEPLOYMENT, "staging", STAGING, DIGEST, MARA),
        new ReleaseEvents.Promoted(
            RELEASE, REF, VERSION, null, DEPLOYMENT, "staging", STAGING, DIGEST, MARA),
        new ReleaseEvents.Failed(
            RELEASE,
            REF,
            VERSION,
            null,
            DEPLOYMENT,
            "staging",
            STAGING,
            "statement_failed",
            "Step 3: column \"tier\" of relation \"orders\" contains null values"),
        new ReleaseEvents.RolledBack(
            RELEASE,
            REF,
            VERSION,
            null,
            DEPLOYMENT,
            "staging",
            STAGING,
            false,
            "Orders are shown twice",
            MARA));
  }

  private static UUID id(int last) {
    return UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0" + last);
  }
}
