package org.freehold.releases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.releases.internal.Deployments.NOW;

import java.util.List;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.CreateTable;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;
import org.freehold.platform.json.Digests;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentDetails.FindingsCount;
import org.freehold.releases.Manifest;
import org.junit.jupiter.api.Test;

class StoredPlansTest {
  private static final String START = "sha256:" + "a".repeat(64);
  private static final String END = "sha256:" + "b".repeat(64);
  private static final String BUNDLE = "sha256:" + "c".repeat(64);
  private static final Plan PLAN = plan("orders");
  private static final DryRun DRY_RUN =
      new DryRun(
          START,
          END,
          START,
          END,
          true,
          true,
          List.of(new DryRun.StepTrial(1, 4, 0, List.of(), null)),
          List.of());

  private static Plan plan(String table) {
    Change change =
        new CreateTable(
            table,
            List.of(
                new ColumnSpec(
                    "id", "uuid", false, true, false, null, null, null, null, null, null)),
            List.of(),
            null);
    return MigrationPlanner.plan(
        new Catalog(List.of(), List.of(), List.of()), List.of(change), "2601151200_7f3a");
  }

  private static Manifest manifest() {
    return Manifests.make(
        "rel_20260115_1200", "1.0.0", "dev", BUNDLE, List.of("flags"), PLAN, START, DRY_RUN, null);
  }

  private static DeploymentPlan stored(Plan plan, Manifest manifest, String end) {
    return new DeploymentPlan(
        Deployments.CALL,
        new PreparedPlan(
            JsonText.of(plan),
            JsonText.of(manifest),
            manifest.digest(),
            START,
            null,
            end,
            "[]",
            new FindingsCount(0, 0, 0),
            JsonText.of(DRY_RUN),
            plan.steps().size()),
        NOW);
  }

  @Test
  void areReadAsTheyWereWritten() {
    DeploymentPlan stored = stored(PLAN, manifest(), END);
    assertThat(StoredPlans.plan(stored)).isEqualTo(PLAN);
    assertThat(StoredPlans.dryRun(stored)).isEqualTo(DRY_RUN);
    assertThat(StoredPlans.manifest(stored)).isEqualTo(manifest());
    assertThat(StoredPlans.isWhole(stored)).isTrue();
  }

  @Test
  void areNotWholeWhenAnythingOfThemWasChanged() {
    assertThat(StoredPlans.isWhole(stored(plan("others"), manifest(), END))).isFalse();
    assertThat(StoredPlans.isWhole(stored(PLAN, manifest(), START))).isFalse();
    Manifest honest = manifest();
    Manifest forged =
        new Manifest(
            honest.schemaVersion(),
            honest.toolVersion(),
            honest.releaseId(),
            honest.version(),
            "production",
            honest.bundleDigest(),
            honest.sections(),
            honest.planDigest(),
            honest.inverseDigest(),
            honest.startFingerprint(),
            honest.endFingerprint(),
            honest.dryRunDigest(),
            honest.parentDigest(),
            honest.digest());
    assertThat(StoredPlans.isWhole(stored(PLAN, forged, END))).isFalse();
  }

  @Test
  void areUndoneFromTheLastStepToTheFirst() {
    List<Step> inverse = StoredPlans.inverse(PLAN);
    assertThat(inverse).extracting(Step::number).isSortedAccordingTo((a, b) -> b - a);
    Step last = PLAN.steps().get(PLAN.steps().size() - 1);
    assertThat(inverse.get(0).up()).isEqualTo(last.down());
    assertThat(inverse.get(0).down()).isEqualTo(last.up());
  }

  @Test
  void haveADigestThatDoesNotDependOnHowTheJsonIsWritten() {
    assertThat(Digests.of(JsonText.parseObject("{\"b\":[1.0,null,\"x\"],\"a\":{}}")))
        .isEqualTo(Digests.of(JsonText.parseObject("{ \"a\" : {} , \"b\" : [ 1 , null, \"x\" ] }")))
        .isNotEqualTo(Digests.of(JsonText.parseObject("{\"a\":{},\"b\":[1,\"x\",null]}")));
  }
}
