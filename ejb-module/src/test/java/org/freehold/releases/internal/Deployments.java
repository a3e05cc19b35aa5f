package org.freehold.releases.internal;

import java.time.Instant;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentDetails.FindingsCount;
import org.freehold.releases.ReleaseId;

/** Deployments to test with. */
final class Deployments {
  static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  static final UserId PLANNER = new UserId(id(1));
  static final UserId PROMOTER = new UserId(id(2));

  static final CallContext CALL =
      new CallContext(
          Actor.user(PLANNER, "mara@acme.example", null),
          TenantRef.PLATFORM,
          "test",
          null,
          null,
          null);

  private Deployments() {}

  static Deployment planned() {
    return planned(0);
  }

  static Deployment planned(int approvals) {
    String digest = "sha256:" + "a".repeat(64);
    return new Deployment(
        CALL,
        new ReleaseId(id(3)),
        new EnvironmentId(id(4)),
        "staging",
        null,
        approvals,
        new PreparedPlan(
            "[]", "{}", digest, digest, null, digest, "[]", new FindingsCount(0, 1, 0), null, 5),
        NOW);
  }

  static UUID id(int last) {
    return UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0" + last);
  }
}
