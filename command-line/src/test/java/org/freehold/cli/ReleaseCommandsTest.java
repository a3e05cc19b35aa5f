package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.freehold.cli.PretendServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ReleaseCommandsTest {
  @Command(name = "freehold")
  private static final class Program {}

  private static final String EVENTS =
      "GET /api/releases/rel_20260131_1200/log/events?environment=staging";

  private static final String PREPARED =
      """
      {"release_id":"rel_20260131_1200","version":"1.0.1","status":"prepared",
       "deployment":{"environment":"staging"},"manifest":{"digest":"sha256:ab"},
       "plan":[{"number":1,"title":"Add column name","part":"transaction",
         "lock":"access_exclusive","budget":{"lock_millis":2000},"hazards":[{"rule":3,"message":"It writes rows anew."}]}],
       "findings":[{"severity":"warning","rule":11,"change":0,"message":"It locks the table.",
         "safe_form":"Add it without a default."}],
       "dry_run":{"reversible":true,"repeatable":true,"sampled":[{"table":"t","rows":40}]}}""";

  private static final String LOSSES =
      """
      {"digest":"sha256:cd","window":"tombstone",
       "losses":[{"object":"column t.name","rows":7,"what":"values written since"}]}""";

  @TempDir private Path place;
  private final PretendServer server = new PretendServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void preparesABundleFromAFileAndShowsThePlanAndItsProof() throws Exception {
    server.on("POST /api/releases/prepare", 201, PREPARED);
    Path bundle = Files.writeString(place.resolve("bundle.json"), "{\"database\":{}}");
    String[] prepare = {"release", "prepare", bundle.toString(), "--to", "staging"};
    assertThat(run(prepare)).isZero();
    assertThat(server.requests)
        .containsExactly(
            "POST /api/releases/prepare"
                + " {\"to_env\":\"staging\",\"bundle_data\":{\"database\":{}}}");
    assertThat(out.toString())
        .contains(
            "Add column name",
            "2000 ms",
            "It writes rows anew.",
            "It locks the table. Safe form: Add it")
        .contains("down gave the start back, up again was equal; tried with 40 rows of t")
        .contains("rel_20260131_1200 (1.0.1) is prepared for staging; manifest sha256:ab.");
    assertThat(run(with(prepare, "--fail-on", "error"))).isZero();
    assertThat(run(with(prepare, "--fail-on", "warning"))).isEqualTo(1);
  }

  @Test
  void preparesABundleFromTheStandardInputOrTheOneOfARelease() {
    server.on("POST /api/releases/prepare", 201, PREPARED);
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run("release", "prepare", "-", "--to", "dev", "--output", "json")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString()).startsWith("{").contains("\"digest\": \"sha256:ab\"");
    assertThat(run("release", "prepare", "--release", "rel_1", "--to", "staging")).isZero();
    assertThat(server.requests)
        .contains(
            "POST /api/releases/prepare {\"to_env\":\"dev\",\"bundle_data\":{\"a\":1}}",
            "POST /api/releases/prepare {\"release_id\":\"rel_1\",\"to_env\":\"staging\"}");
    assertThat(run("release", "prepare", "--to", "staging")).isEqualTo(2);
  }

  @Test
  void saysWhereABundleIsWrong() throws Exception {
    server.on(
        "POST /api/releases/prepare",
        400,
        """
        {"code":"invalid","detail":"The bundle is wrong.","errors":[{"code":"unknown_type",
         "pointer":"/bundle_data/database/changes/0/columns/1/type","detail":"varchr is no type"}]}""");
    Path bundle = Files.writeString(place.resolve("bundle.json"), "{}");
    assertThat(run("release", "prepare", bundle.toString(), "--to", "dev")).isEqualTo(1);
    assertThat(err.toString())
        .contains("bundle_data/database/changes/0/columns/1/type: varchr is no type");
    Files.writeString(bundle, "[1");
    assertThat(run("release", "prepare", bundle.toString(), "--to", "dev")).isEqualTo(1);
    assertThat(err.toString()).contains("bundle.json is no JSON object.");
  }

  @Test
  void followsAPromotionToItsEndAndTellsEachLineOnce() {
    AtomicInteger streams = new AtomicInteger();
    server
        .on("POST /api/releases/promote", 202, deployment("promoting", 0))
        .on(
            EVENTS,
            exchange ->
                switch (streams.incrementAndGet()) {
                  case 1 ->
                      events(
                          event("log", line(1)),
                          ": still here\n\n",
                          event("deployment", deployment("verifying", 2)));
                  case 2 -> Reply.json(503, "{}");
                  default ->
                      events(
                          event("log", line(1)),
                          event("log", line(2)),
                          event("deployment", deployment("soaking", 2)),
                          event("log", line(3)));
                });
    assertThat(run("release", "promote", "rel_20260131_1200", "--to", "staging", "--wait"))
        .isZero();
    assertThat(err.toString().lines())
        .containsExactly(
            "staging: promoting, 0 of 2 steps",
            "2026-01-31T12:00:00Z  info     said 1",
            "staging: verifying, 2 of 2 steps",
            "2026-01-31T12:00:00Z  info     said 2",
            "staging: soaking, 2 of 2 steps");
    assertThat(out.toString()).isEqualTo("rel_20260131_1200 is soaking in staging.\n");
  }

  @Test
  void waitsThroughTheSoakWhereAsked() {
    server
        .on("POST /api/releases/promote", 202, deployment("promoting", 0))
        .on(
            EVENTS,
            exchange ->
                events(
                    event("deployment", deployment("soaking", 2)),
                    event("deployment", deployment("live", 2))));
    assertThat(run("release", "promote", "rel_20260131_1200", "--to", "staging", "--soaked"))
        .isZero();
    assertThat(out.toString()).contains("is live in staging.");
  }

  @Test
  void aFailureThatIsRolledBackHasACodeOfItsOwn() {
    server
        .on("POST /api/releases/promote", 202, deployment("promoting", 0))
        .on(
            EVENTS,
            exchange ->
                events(
                    event("deployment", deployment("failed", 1)),
                    event("deployment", deployment("rolling_back", 1)),
                    event("deployment", deployment("rolled_back", 0))));
    String[] promote = {"release", "promote", "rel_20260131_1200", "--to", "staging", "--wait"};
    assertThat(run(promote)).isEqualTo(4);
    assertThat(out.toString()).contains("is rolled back in staging. The health gate said no (h)");
    server.on(EVENTS, exchange -> events(event("deployment", deployment("failed", 1))));
    assertThat(run(promote)).isEqualTo(1);
  }

  @Test
  void aRefusalForWantOfApprovalsOrForDriftHasACodeOfItsOwn() {
    String promote = "POST /api/releases/promote";
    server.on(promote, 409, "{\"code\":\"approvals_missing\",\"detail\":\"1 of 2 approvals.\"}");
    assertThat(run("release", "promote", "rel_1", "--to", "production")).isEqualTo(5);
    server.on(
        promote,
        409,
        """
        {"code":"drift","detail":"production is not as planned.",
         "differences":[{"object":"table t","kind":"changed","expected":"a","found":"b"}]}""");
    assertThat(run("release", "promote", "rel_1", "--to", "production")).isEqualTo(6);
    assertThat(err.toString()).contains("1 of 2 approvals.", "table t  changed  a");
    server.on(promote, 409, "{\"code\":\"frozen\",\"detail\":\"Frozen until Monday.\"}");
    assertThat(run("release", "promote", "rel_1", "--to", "production")).isEqualTo(1);
  }

  @Test
  void losesDataOnlyForTheDigestOfThePreview() {
    server
        .on("GET /api/releases/rel_1/rollback-preview?environment=staging", 200, LOSSES)
        .on("POST /api/releases/rollback", 202, deployment("rolling_back", 2));
    String[] rollback = {"release", "rollback", "rel_1", "--environment", "staging"};
    assertThat(run(with(rollback, "--preview"))).isZero();
    assertThat(out.toString()).contains("column t.name", "values written since", "sha256:cd");
    assertThat(run(rollback)).isEqualTo(1);
    assertThat(err.toString()).contains("Accept it with --accept-loss sha256:cd.");
    assertThat(server.requests).noneMatch(request -> request.startsWith("POST"));
    assertThat(run(with(rollback, "--accept-loss", "sha256:cd"))).isZero();
    assertThat(server.requests)
        .contains(
            "POST /api/releases/rollback {\"release_id\":\"rel_1\",\"environment\":\"staging\","
                + "\"loss_preview\":\"sha256:cd\"}");
  }

  @Test
  void undoesWithoutAQuestionWhatLosesNothing() {
    server
        .on(
            "GET /api/releases/rel_1/rollback-preview",
            200,
            "{\"digest\":\"sha256:e\",\"window\":\"open\",\"losses\":[]}")
        .on("POST /api/releases/rollback", 202, deployment("rolling_back", 2))
        .on(EVENTS, exchange -> events(event("deployment", deployment("rolled_back", 0))));
    assertThat(run("release", "rollback", "rel_1", "--wait")).isZero();
    assertThat(server.requests).contains("POST /api/releases/rollback {\"release_id\":\"rel_1\"}");
  }

  @Test
  void saysHowADeploymentIsAndWhoDecided() {
    String deployments = "GET /api/releases/rel_1/deployments";
    String waiting = page(deployment("awaiting_approval", 0));
    server
        .on(deployments, 200, waiting)
        .on(deployments + "?environment=staging", 200, waiting)
        .on("POST /api/releases/rel_1/approve", 200, "{\"decision\":\"approved\"}")
        .on("POST /api/releases/rel_1/reject", 200, "{\"decision\":\"rejected\"}");
    assertThat(run("release", "status", "rel_1")).isZero();
    assertThat(out.toString()).contains("staging", "awaiting_approval");
    assertThat(run("release", "status", "rel_1", "--environment", "staging")).isEqualTo(5);
    assertThat(run("release", "approve", "rel_1", "--environment", "staging", "--comment", "Good"))
        .isZero();
    assertThat(run("release", "reject", "rel_1", "--environment", "staging")).isZero();
    assertThat(server.requests)
        .contains(
            "POST /api/releases/rel_1/approve {\"environment\":\"staging\",\"comment\":\"Good\"}",
            "POST /api/releases/rel_1/reject {\"environment\":\"staging\"}");
  }

  @Test
  void signsAnApprovalWithAKeyThatStaysHere() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path key = Files.writeString(place.resolve("me.pem"), pem("PRIVATE", pair.getPrivate()));
    String payload = "{\"subject\":[{\"digest\":{\"sha256\":\"ab\"}}]}";
    String statement = "GET /api/releases/rel_1/statement?environment=prod&decision=approved";
    server
        .on(statement, 200, statement(payload, "sha256:ab"))
        .on("POST /api/releases/rel_1/approve", 201, "{\"decision\":\"approved\"}");
    String[] approve = {"release", "approve", "rel_1", "--environment", "prod", "--sign-with"};
    assertThat(run(with(approve, key.toString()))).isZero();
    String sent = server.requests.get(1);
    String signed = sent.replaceFirst(".*\"signature\":\"([^\"]+)\".*", "$1");
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(pair.getPublic());
    check.update(
        ("DSSEv1 4 text " + payload.length() + " " + payload).getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode(signed))).isTrue();
    assertThat(err.toString()).contains("Signed over manifest sha256:ab.");

    server.on(statement, 200, statement(payload, "sha256:cd"));
    assertThat(run(with(approve, key.toString()))).isEqualTo(1);
    assertThat(err.toString()).contains("about another manifest than sha256:cd");
    Files.writeString(key, pem("PUBLIC", pair.getPublic()));
    assertThat(run(with(approve, key.toString()))).isEqualTo(1);
    assertThat(err.toString()).contains("me.pem is no private key that signs approvals.");
    assertThat(server.requests).filteredOn(one -> one.startsWith("POST")).hasSize(1);
  }

  @Test
  void registersAPublicKeyAndNeverAPrivateOne() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
    Path open = Files.writeString(place.resolve("me.pub"), pem("PUBLIC", pair.getPublic()));
    Path secret = Files.writeString(place.resolve("me.pem"), pem("PRIVATE", pair.getPrivate()));
    server
        .on("POST /api/release-signing-keys", 201, "{\"id\":\"k1\",\"key_id\":\"ab12\"}")
        .on("DELETE /api/release-signing-keys/k1", 204, "");
    assertThat(run("release", "keys", "register", "Laptop", open.toString())).isZero();
    assertThat(out.toString()).contains("Key Laptop is registered as ab12.");
    assertThat(run("release", "keys", "register", "Laptop", secret.toString())).isEqualTo(1);
    assertThat(run("release", "keys", "revoke", "k1")).isZero();
    assertThat(server.requests).hasSize(2);
  }

  private static String pem(String kind, Key key) {
    String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n".formatted(kind, body, kind);
  }

  private static String statement(String payload, String digest) {
    String encoded = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return "{\"payload\":\"%s\",\"payload_type\":\"text\",\"manifest_digest\":\"%s\"}"
        .formatted(encoded, digest);
  }

  @Test
  void checksDriftByTheNameOfAnEnvironment() {
    server
        .on(
            "GET /api/environments?limit=200",
            200,
            page(
                "{\"id\":\"e0\",\"name\":\"production\",\"project_id\":\"p1\"}",
                "{\"id\":\"e1\",\"name\":\"production\",\"project_id\":null}"))
        .on(
            "POST /api/environments/e1/drift",
            200,
            """
            {"state":"drifted","differences":[{"object":"index i","kind":"missing",
             "expected":"CREATE INDEX i","found":null}]}""")
        .on("GET /api/environments/e1/drift", 200, "{\"state\":\"in_sync\",\"differences\":[]}");
    assertThat(run("environment", "drift", "prod")).isEqualTo(6);
    assertThat(out.toString()).contains("index i", "CREATE INDEX i", "prod: drifted.");
    assertThat(run("environment", "drift", "production", "--last")).isZero();
    assertThat(run("environment", "drift", "elsewhere")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no environment elsewhere here.");
  }

  private static String deployment(String status, int done) {
    String failure =
        status.matches("failed|rolled_back")
            ? "{\"code\":\"h\",\"message\":\"The health gate said no\"}"
            : "null";
    return """
        {"id":"d1","release_id":"rel_20260131_1200","environment":"staging","status":"%s",\
        "steps":{"done":%d,"total":2},"approvals":{"given":0,"required":1},"failure":%s}"""
        .formatted(status, done, failure);
  }

  private static String line(int number) {
    return """
        {"id":"l%d","time":"2026-01-31T12:00:00.123Z","level":"info","message":"said %d"}"""
        .formatted(number, number);
  }

  private static String event(String type, String data) {
    return "event: " + type + "\ndata: " + data + "\n\n";
  }

  private static Reply events(String... events) {
    return new Reply(200, "text/event-stream", String.join("", events));
  }

  private static String page(String... items) {
    return "{\"items\":[" + String.join(",", items) + "],\"next\":null}";
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private int run(String... words) {
    CommandLine line = ClientCommands.addTo(new CommandLine(new Program()));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> ClientCommands.explain(failure, command));
    return line.execute(
        with(words, "--server", server.url(), "--session", place.resolve("none.json").toString()));
  }
}
