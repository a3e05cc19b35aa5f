package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.freehold.systemtests.Terminal.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases from the command line, as a pipeline and as an approver. */
@Patient
class CommandLineReleasesIT {
  @TempDir private Path folder;
  private final TestTenant tenant = Fixtures.tenant();
  private Terminal owner;

  @BeforeEach
  void signIn() throws IOException {
    owner = as(tenant.api());
    Files.writeString(folder.resolve("bundle.json"), ReleaseDesk.TEST_TABLE);
  }

  private Terminal as(Api api) {
    return Terminal.in(folder)
        .with("FREEHOLD_TOKEN", api.token())
        .with("FREEHOLD_TENANT", tenant.slug());
  }

  @Test
  void aReleaseGoesToDevAndStagingAndBack() {
    Ended prepared =
        owner.run("release", "prepare", "bundle.json", "--to", "dev", "--output", "json").is(0);
    String release = prepared.json().getString("release_id");
    assertThat(prepared.json().getJsonObject("manifest").getString("digest")).startsWith("sha256:");
    Ended promoted = owner.run("release", "promote", release, "--to", "dev", "--wait").is(0);
    assertThat(promoted.out()).isEqualTo(release + " is live in dev.\n");
    assertThat(promoted.err()).contains("dev: promoting", "dev: live").doesNotContain("\u001b");
    assertThat(owner.run("release", "prepare", "--release", release, "--to", "staging").is(0).out())
        .contains("Create table test_table", "down gave the start back", "is prepared for staging");
    owner.run("release", "promote", release, "--to", "staging", "--wait").is(0);
    assertThat(owner.run("release", "status", release).is(0).row("staging")).contains("live");
    assertThat(owner.run("release", "list", "--status", "released").is(0).row(release))
        .contains("released");
    assertThat(owner.run("release", "show", release, "--environment", "staging").is(0).out())
        .contains("test_table");

    String[] rollback = {"release", "rollback", release, "--environment", "staging"};
    JsonObject preview = owner.run(with(rollback, "--preview", "--output", "json")).is(0).json();
    assertThat(
            owner
                .run(with(rollback, "--wait", "--accept-loss", preview.getString("digest")))
                .is(0)
                .out())
        .isEqualTo(release + " is rolled back in staging.\n");
    assertThat(owner.run("release", "status", release, "--environment", "staging").is(4).out())
        .contains("rolled back");
  }

  @Test
  void productionWaitsForSomebodyElse() {
    ReleaseDesk desk = new ReleaseDesk(tenant.api());
    String release = desk.prepare(ReleaseDesk.TEST_TABLE, "dev");
    desk.promoted(release, "dev", "live");
    desk.prepareAlso(release, "staging");
    desk.promoted(release, "staging", "live");
    desk.prepareAlso(release, "production");
    assertThat(owner.run("release", "promote", release, "--to", "production").is(5).err())
        .contains("(approvals_missing, ");
    String[] approve = {"release", "approve", release, "--environment", "production"};
    assertThat(owner.run(approve).is(1).err()).contains("(self_approval, ");
    assertThat(as(tenant.as("manager")).run(approve).is(0).out())
        .isEqualTo(release + " is approved for production.\n");
    owner.run("release", "promote", release, "--to", "production", "--wait").is(0);
  }

  @Test
  void aFaultOfABundleIsToldAtItsPlace() throws IOException {
    Files.writeString(
        folder.resolve("bundle.json"), ReleaseDesk.TEST_TABLE.replace("varchar(255)", "varchr"));
    assertThat(owner.run("release", "prepare", "bundle.json", "--to", "dev").is(1).err())
        .contains("bundle_data/database/changes/0/columns/1/type");
  }

  @Test
  void environmentsAreListedAndChecked() {
    Ended list = owner.run("environment", "list").is(0);
    assertThat(list.out()).contains("dev", "staging", "production").hasLineCount(4);
    assertThat(owner.run("environment", "show", "prod").is(0).row("policy.approvals"))
        .matches("policy.approvals +1");
    assertThat(owner.run("environment", "drift", "dev").is(0).out()).startsWith("dev: ");
    assertThat(owner.run("environment", "drift", "elsewhere").is(1).err())
        .contains("freehold environment list");
  }

  private static String[] with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
