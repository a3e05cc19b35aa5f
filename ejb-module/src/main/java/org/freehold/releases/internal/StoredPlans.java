package org.freehold.releases.internal;

import jakarta.json.JsonObject;
import jakarta.validation.Validation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.releases.Manifest;

/** Plans, dry runs and manifests as they are kept: the JSON that is also on the wire. */
public final class StoredPlans {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  private StoredPlans() {}

  public static Plan plan(DeploymentPlan stored) {
    return READER.read(Plan.class, JsonText.parseObject(stored.plan()));
  }

  /** Null where there was none. */
  public static DryRun dryRun(DeploymentPlan stored) {
    return stored.dryRun() == null
        ? null
        : READER.read(DryRun.class, JsonText.parseObject(stored.dryRun()));
  }

  public static Manifest manifest(DeploymentPlan stored) {
    return READER.read(Manifest.class, JsonText.parseObject(stored.manifest()));
  }

  /** The catalog that the plan was made for. */
  static <T extends Record> T read(Class<T> type, String json) {
    return READER.read(type, JsonText.parseObject(json));
  }

  /** What undoes the plan, in its order; each step's up and down change places. */
  public static List<Step> inverse(Plan plan) {
    List<Step> inverse = new ArrayList<>();
    for (Step step : plan.steps()) {
      inverse.add(
          new Step(
              step.number(),
              step.change(),
              step.title(),
              step.action(),
              step.down(),
              step.up(),
              step.part(),
              step.lock(),
              step.budget(),
              step.hazards(),
              step.table(),
              step.index(),
              step.backfill()));
    }
    Collections.reverse(inverse);
    return inverse;
  }

  /** Whether the manifest, and what it has digests of, are what they were when it was made. */
  static boolean isWhole(DeploymentPlan stored) {
    try {
      JsonObject manifest = JsonText.parseObject(stored.manifest());
      return Manifests.digest(manifest).equals(stored.manifestDigest())
          && manifest.getString("digest").equals(stored.manifestDigest())
          && manifest.getString("plan_digest").equals(Manifests.planDigest(plan(stored)))
          && manifest.getString("inverse_digest").equals(Manifests.inverseDigest(plan(stored)))
          && manifest.getString("start_fingerprint").equals(stored.startFingerprint())
          && manifest.getString("end_fingerprint").equals(stored.endFingerprint());
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      // Something else than a manifest is there.
      return false;
    }
  }
}
