package org.freehold.releases.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;
import org.freehold.platform.json.Digests;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.Manifest;

/** Makes manifests and the digests in them. */
final class Manifests {
  private static final int SCHEMA = 1;

  /** Raised when the same bundle on the same schema leads to another plan. */
  private static final String TOOL = "freehold-migration/1";

  private static final String DIGEST = "digest";

  /** So that a list of steps has a digest. */
  private record Steps(List<Step> steps) {}

  private Manifests() {}

  static Manifest make(
      String ref,
      String version,
      String environment,
      String bundleDigest,
      List<String> sections,
      Plan plan,
      String startFingerprint,
      DryRun dryRun,
      String parentDigest) {
    Manifest undigested =
        new Manifest(
            SCHEMA,
            TOOL,
            ref,
            version,
            environment,
            bundleDigest,
            sections,
            planDigest(plan),
            inverseDigest(plan),
            startFingerprint,
            dryRun.afterUp(),
            Digests.of(dryRun),
            parentDigest,
            null);
    return withDigest(undigested, digest(JsonText.toObject(undigested)));
  }

  static String planDigest(Plan plan) {
    return Digests.of(new Steps(plan.steps()));
  }

  static String inverseDigest(Plan plan) {
    return Digests.of(new Steps(StoredPlans.inverse(plan)));
  }

  /** Over all members but the digest itself. */
  static String digest(JsonObject manifest) {
    JsonObjectBuilder others = JsonText.PROVIDER.createObjectBuilder(manifest);
    others.remove(DIGEST);
    return Digests.of(others.build());
  }

  private static Manifest withDigest(Manifest manifest, String digest) {
    return new Manifest(
        manifest.schemaVersion(),
        manifest.toolVersion(),
        manifest.releaseId(),
        manifest.version(),
        manifest.environment(),
        manifest.bundleDigest(),
        manifest.sections(),
        manifest.planDigest(),
        manifest.inverseDigest(),
        manifest.startFingerprint(),
        manifest.endFingerprint(),
        manifest.dryRunDigest(),
        manifest.parentDigest(),
        digest);
  }
}
