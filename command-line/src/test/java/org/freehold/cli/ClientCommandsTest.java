package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ClientCommandsTest {
  @Command(name = "freehold")
  private static final class Program {}

  private static final String RUN =
      """
      {"id":"r1","job":"seed","status":"%s","error":%s,
       "progress":{"done":%d,"total":4,"unit":"rows","percent":50,"message":null}}""";

  @TempDir private Path place;
  private final PretendServer server = new PretendServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void keepsASessionThatNobodyElseCanRead() throws Exception {
    signIn(600);
    assertThat(out.toString()).contains("Signed in").doesNotContain("first");
    assertThat(Files.getPosixFilePermissions(session()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    Files.setPosixFilePermissions(session(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("whoami")).isEqualTo(1);
    assertThat(err.toString()).contains("can be read by others");
  }

  @Test
  void refreshesATokenThatHasExpiredAndKeepsTheNextOne() {
    server
        .on("POST /api/auth/refresh", 200, tokens("second", 600))
        .on("GET /api/whoami", 200, "{\"user\":{\"email\":\"ann@demo.example\"}}");
    signIn(1);
    assertThat(run("whoami")).isZero();
    assertThat(run("whoami")).isZero();
    assertThat(server.requests)
        .containsSubsequence("POST /api/auth/refresh {\"refresh_token\":\"first-refresh\"}")
        .filteredOn(request -> request.contains("refresh"))
        .hasSize(1);
  }

  @Test
  void endsTheSessionInItsTenantAndForgetsIt() {
    server.on(
        "POST /api/auth/logout",
        exchange ->
            "demo".equals(exchange.getRequestHeaders().getFirst("X-Tenant-Slug"))
                ? PretendServer.Reply.json(204, "")
                : PretendServer.Reply.json(400, "{\"detail\":\"Which tenant?\"}"));
    signIn(600);
    assertThat(run("logout")).isZero();
    assertThat(session()).doesNotExist();
    assertThat(run("logout")).isZero();
    assertThat(out.toString()).contains("Signed out.", "Nobody was signed in.");
  }

  @Test
  void sendsNoKeptTokenToAnotherServer() {
    signIn(600);
    try (PretendServer other = new PretendServer()) {
      List<String> seen = Collections.synchronizedList(new ArrayList<>());
      other.on(
          "GET /api/whoami",
          exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().get("Authorization")));
            return PretendServer.Reply.json(200, "{}");
          });
      assertThat(run("whoami", "--server", other.url())).isZero();
      assertThat(seen).containsExactly("null");
    }
  }

  @Test
  void saysARefusalInOneLineThatCannotSteerTheTerminal() {
    signIn(600);
    server.on(
        "GET /api/tenants/demo",
        403,
        """
        {"detail":"No.\\u001b[2J","code":"forbidden","permission":"tenants:read",
         "hint":"Ask.","request_id":"q7"}""");
    assertThat(run("tenants", "show", "demo")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo("No. [2J Missing permission: tenants:read. Ask. (forbidden, request q7)");
  }

  @Test
  void waitsForARunAndSaysHowItEnded() {
    signIn(600);
    AtomicInteger looks = new AtomicInteger();
    server
        .on("GET /api/jobs", 200, JOBS)
        .on("POST /api/jobs/seed/runs", 202, RUN.formatted("queued", "null", 0))
        .on(
            "GET /api/jobs/runs/r1",
            exchange ->
                switch (looks.incrementAndGet()) {
                  case 1 -> PretendServer.Reply.json(503, "{}");
                  case 2 -> PretendServer.Reply.json(200, RUN.formatted("running", "null", 2));
                  default -> PretendServer.Reply.json(200, RUN.formatted("failed", "\"Boom.\"", 2));
                });
    assertThat(run("jobs", "start", "seed", "-p", "size=3", "-p", "name=x", "--wait")).isEqualTo(1);
    assertThat(server.requests)
        .contains("POST /api/jobs/seed/runs {\"parameters\":{\"size\":3,\"name\":\"x\"}}");
    assertThat(err.toString()).contains("running: 2 of 4 rows, 50%").doesNotContain("\u001b");
    assertThat(out.toString()).contains("Run r1 has failed. Boom.");
  }

  @Test
  void followsTheLogOfARunToItsEndAndTellsEachLineOnce() {
    signIn(600);
    AtomicInteger looks = new AtomicInteger();
    AtomicInteger busy = new AtomicInteger();
    String log = "GET /api/jobs/runs/r1/logs?limit=200";
    server
        .on(
            "GET /api/jobs/runs/r1",
            exchange ->
                PretendServer.Reply.json(
                    200,
                    RUN.formatted(looks.incrementAndGet() < 4 ? "running" : "stopped", "null", 2)))
        .on(log, 200, "{\"items\":[%s],\"next\":\"c/2\"}".formatted(line(1)))
        .on(
            log + "&after=c%2F2",
            exchange ->
                busy.incrementAndGet() == 2
                    ? PretendServer.Reply.json(503, "{}")
                    : PretendServer.Reply.json(
                        200,
                        "{\"items\":[%s],\"next\":null}"
                            .formatted(looks.get() < 4 ? line(2) : line(2) + "," + line(3))));
    assertThat(run("jobs", "logs", "-f", "r1")).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> line.contains("said")))
        .containsExactly(
            "2026-01-31T12:00:00Z  info     said 1",
            "2026-01-31T12:00:00Z  info     said 2",
            "2026-01-31T12:00:00Z  info     said 3");
    assertThat(err.toString()).contains("Run r1 was stopped.");
    assertThat(server.requests).filteredOn(log::equals).hasSize(1);
  }

  private static String line(int number) {
    return """
        {"id":"l%d","time":"2026-01-31T12:00:00.123456Z","level":"info","message":"said %d"}"""
        .formatted(number, number);
  }

  @Test
  void exportsTheWholeTrailOrNothing() throws Exception {
    signIn(600);
    String trail = "GET /api/audit-logs?limit=200&action=a";
    server
        .on(trail, 200, "{\"items\":[{\"n\":1},{\"n\":2}],\"next\":\"c\"}")
        .on(trail + "&after=c", 200, "{\"items\":[{\"n\":3}],\"next\":null}");
    Path file = place.resolve("trail.jsonl");
    assertThat(run("audit", "export", "--action", "a", "--file", file.toString())).isZero();
    assertThat(file).hasContent("{\"n\":1}\n{\"n\":2}\n{\"n\":3}");
    assertThat(run("audit", "export", "--action", "a", "--file", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("trail.jsonl exists.");

    server.on(trail + "&after=c", 403, "{\"detail\":\"No more.\"}");
    Path none = place.resolve("none.jsonl");
    assertThat(run("audit", "export", "--action", "a", "--file", none.toString())).isEqualTo(1);
    assertThat(none).doesNotExist();
  }

  @Test
  void writesANewKeyAloneToTheStandardOutput() {
    signIn(600);
    String key = "sk_live_0123456789";
    String answer = "{\"id\":\"k1\",\"name\":\"Import\",\"key\":\"" + key + "\"}";
    server
        .on("POST /api/admin/api-keys", 201, answer)
        .on("POST /api/admin/api-keys/k1/rotate", 200, answer);
    out.getBuffer().setLength(0);
    assertThat(run("keys", "create", "Import", "--permission", "a:read", "--permission", "b:read"))
        .isZero();
    assertThat(out).hasToString(key + System.lineSeparator());
    assertThat(err.toString()).contains("Key k1 (Import) is made").doesNotContain(key);
    assertThat(run("keys", "rotate", "k1", "--overlap", "60")).isZero();
    assertThat(server.requests)
        .contains(
            "POST /api/admin/api-keys {\"name\":\"Import\",\"permissions\":[\"a:read\",\"b:read\"]}",
            "POST /api/admin/api-keys/k1/rotate {\"overlap_seconds\":60}");
  }

  @Test
  void showsTimesToTheSecondAndBreaksLongText() {
    signIn(600);
    server.on(
        "GET /api/tenants/demo",
        200,
        """
        {"slug":"demo","created_at":"2026-01-31T12:00:00.123456Z","empty":null,
         "settings":{"mfa_required":true},"about":"%s"}"""
            .formatted("word ".repeat(30).strip()));
    assertThat(run("tenants", "show", "demo")).isZero();
    assertThat(out.toString())
        .contains("created_at             2026-01-31T12:00:00Z\n")
        .contains("settings.mfa_required  true\n")
        .contains("about                  word")
        .contains("\n                       word")
        .doesNotContain("empty");
  }

  @Test
  void exitsWithTwoForWhatIsNoCommand() {
    signIn(600);
    server.on("GET /api/jobs", 200, JOBS);
    assertThat(run("jobs", "start", "seed", "-p", "size=many")).isEqualTo(2);
    assertThat(run("projects", "list", "--limit", "0")).isEqualTo(2);
    assertThat(run("jobs")).isEqualTo(2);
    assertThat(run("jobs", "--fly")).isEqualTo(2);
    assertThat(err.toString())
        .contains("size is a whole number.", "freehold jobs needs a command after it")
        .contains("freehold jobs has no option --fly.", "See freehold jobs --help.")
        .doesNotContain("Usage:");
  }

  @Test
  void packsNoSecret() throws Exception {
    signIn(600);
    Path data = Files.createDirectories(place.resolve("data"));
    Files.createDirectories(data.resolve("log"));
    Files.writeString(data.resolve("secrets.properties"), "app=Kj8sPlanted1\n");
    Files.writeString(data.resolve("master.key"), "bWFzdGVyLXBsYW50ZWQy\n");
    Files.writeString(data.resolve("freehold.properties"), "layout=1\n");
    Files.writeString(data.resolve("log/server.log"), PLANTED);
    Path bundle = place.resolve("bundle.zip");
    assertThat(run("support-bundle", "--data", data + "", "--file", bundle + "")).isZero();

    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .contains("log/server.log", "freehold.properties", "health.txt", "versions.txt")
          .doesNotContain("secrets.properties", "master.key");
      for (var entry : Collections.list(zip.entries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(all.toString())
        .contains("the disk is full", "layout=1", "password")
        .doesNotContainIgnoringCase("planted");
    assertThat(Files.getPosixFilePermissions(bundle))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(run("support-bundle", "--file", bundle + "")).isEqualTo(1);
  }

  private static final String JOBS =
      """
      {"items":[{"name":"seed","parameters":[{"name":"size","type":"integer"},
        {"name":"name","type":"string"}]}],"next":null}""";

  private static final String PLANTED =
      """
      the disk is full
      connecting with Kj8sPlanted1 and bWFzdGVyLXBsYW50ZWQy, session first
      {"password":"planted three","email":"a@b.example"}
      Authorization: Bearer planted-four-0123456789
      postgres://freehold:planted5@db:5432/freehold
      client_secret=planted6, apiKey: planted7
      eyJhbGciOiJFUzI1NiJ9.eyJwbGFudGVkIjo4fQ.planted9
      whsec_plantedAB+/= -----
      GET /api/whoami with sk_live_plantedABC0123456789
      -----BEGIN EC PRIVATE KEY-----
      plantedkeymaterial
      -----END EC PRIVATE KEY-----
      """;

  private void signIn(int seconds) {
    server.on("POST /api/auth/login", 200, tokens("first", seconds));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("pass\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(
              run(
                  "login",
                  "--server",
                  server.url(),
                  "--email",
                  "ann@demo.example",
                  "--password-stdin"))
          .isZero();
    } finally {
      System.setIn(before);
    }
  }

  private static String tokens(String name, int seconds) {
    return "{\"access_token\":\"%s\",\"refresh_token\":\"%s-refresh\",\"expires_in\":%d,\"tenants\":[{\"slug\":\"demo\"}]}"
        .formatted(name, name, seconds);
  }

  private Path session() {
    return place.resolve("session.json");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!arguments[arguments.length - 1].equals("jobs")) {
      all.addAll(List.of("--session", session().toString()));
    }
    CommandLine line = ClientCommands.addTo(new CommandLine(new Program()));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> ClientCommands.explain(failure, command));
    return line.execute(all.toArray(String[]::new));
  }
}
