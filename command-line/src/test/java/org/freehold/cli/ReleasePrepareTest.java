package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasePrepareTest {
  private static final String PREPARED =
      """
      {"release_id":"rel_20260131_1200","version":"1.0.1","status":"prepared",
       "deployment":{"environment":"staging"},"manifest":{"digest":"sha256:ab"},
       "plan":[{"number":1,"title":"Add column name","part":"transaction",
         "lock":"access_exclusive","budget":{"lock_millis":2000},"hazards":[{"rule":3,"message":"It writes rows anew."}]}],
       "findings":[{"severity":"warning","rule":11,"change":0,"message":"It locks the table.",
         "safe_form":"Add it without a default."}],
       "dry_run":{"reversible":true,"repeatable":true,"sampled":[{"table":"t","rows":40}]}}""";

  @TempDir private Path place;
  private final Terminal terminal = new Terminal();

  @AfterEach
  void close() {
    terminal.close();
  }

  @Test
  void preparesABundleFromAFileAndShowsThePlanAndItsProof() throws Exception {
    terminal.server.on("POST /api/releases/prepare", 201, PREPARED);
    Path bundle = Files.writeString(place.resolve("bundle.json"), "{\"database\":{}}");
    String[] prepare = {"release", "prepare", bundle.toString(), "--to", "staging"};
    assertThat(terminal.run(prepare)).isZero();
    assertThat(terminal.server.requests)
        .containsExactly(
            "POST /api/releases/prepare"
                + " {\"to_env\":\"staging\",\"bundle_data\":{\"database\":{}}}");
    assertThat(terminal.out())
        .contains(
            "Add column name",
            "2000 ms",
            "It writes rows anew.",
            "It locks the table. Safe form: Add it")
        .contains("down gave the start back, up again was equal; tried with 40 rows of t")
        .contains("rel_20260131_1200 (1.0.1) is prepared for staging; manifest sha256:ab.");
    assertThat(terminal.run(Terminal.with(prepare, "--fail-on", "error"))).isZero();
    assertThat(terminal.run(Terminal.with(prepare, "--fail-on", "warning"))).isEqualTo(1);
  }

  @Test
  void preparesABundleFromTheStandardInputOrTheOneOfARelease() {
    terminal.server.on("POST /api/releases/prepare", 201, PREPARED);
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(terminal.run("release", "prepare", "-", "--to", "dev", "--output", "json"))
          .isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(terminal.out()).startsWith("{").contains("\"digest\": \"sha256:ab\"");
    assertThat(terminal.run("release", "prepare", "--release", "rel_1", "--to", "staging"))
        .isZero();
    assertThat(terminal.server.requests)
        .contains(
            "POST /api/releases/prepare {\"to_env\":\"dev\",\"bundle_data\":{\"a\":1}}",
            "POST /api/releases/prepare {\"release_id\":\"rel_1\",\"to_env\":\"staging\"}");
    assertThat(terminal.run("release", "prepare", "--to", "staging")).isEqualTo(2);
  }

  @Test
  void saysWhereABundleIsWrong() throws Exception {
    terminal.server.on(
        "POST /api/releases/prepare",
        400,
        """
        {"code":"invalid","detail":"The bundle is wrong.","errors":[{"code":"unknown_type",
         "pointer":"/bundle_data/database/changes/0/columns/1/type","detail":"varchr is no type"}]}""");
    Path bundle = Files.writeString(place.resolve("bundle.json"), "{}");
    assertThat(terminal.run("release", "prepare", bundle.toString(), "--to", "dev")).isEqualTo(1);
    assertThat(terminal.err())
        .contains("bundle_data/database/changes/0/columns/1/type: varchr is no type");
    Files.writeString(bundle, "[1");
    assertThat(terminal.run("release", "prepare", bundle.toString(), "--to", "dev")).isEqualTo(1);
    assertThat(terminal.err()).contains("bundle.json is no JSON object.");
  }
}
