package org.freehold.ear;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole product as one EAR in Payara Server, through its front door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssembledEarIT {
  private EarServer server;
  private Client operator;

  @BeforeAll
  void start() throws IOException {
    server = EarServer.started();
    operator = server.operator();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void tellsTheBusinessWhoCalls() {
    JsonObject identity = operator.get("/api/whoami").expect(200).json();
    assertThat(identity.getJsonObject("user").getString("email")).isEqualTo(EarServer.OPERATOR);
    assertThat(identity.getJsonObject("tenant").getString("slug")).isEqualTo("platform");
    assertThat(identity.getJsonArray("roles").getString(0)).isEqualTo("super_admin");

    assertThat(operator.anonymous().get("/api/whoami").expect(401).header("WWW-Authenticate"))
        .startsWith("Bearer");
  }

  @Test
  void aTenantWorksFromTheFirstUserToTheFirstTask() {
    Company company = Company.create(operator, "works");
    Client owner = company.owner();
    String team = owner.post("/api/teams", "{\"name\":\"Portal\"}").expect(201).id();
    Client developer = company.user("developer");
    Answer project =
        developer
            .post(
                "/api/projects",
                "{\"name\":\"Customer Portal\",\"visibility\":\"public\",\"team_id\":\"%s\"}"
                    .formatted(team))
            .expect(201);
    Answer task =
        developer
            .post(
                "/api/tasks",
                "{\"project_id\":\"%s\",\"title\":\"Write the plan\"}".formatted(project.id()))
            .expect(201);

    assertThat(owner.get("/api/projects").expect(200).items("name"))
        .containsExactly("Customer Portal");
    assertThat(owner.get("/api/tasks?project_id=" + project.id()).expect(200).items("id"))
        .containsExactly(task.id());
    assertThat(task.header("Location")).endsWith("/api/tasks/" + task.id());
  }

  @Test
  void aFileComesBackAsItWentAndGoesWhenItIsDeleted() {
    Company company = Company.create(operator, "files");
    Answer file = company.owner().upload("notes.txt", "What was said.").expect(201);
    String content = "/api/files/" + file.id() + "/content";

    assertThat(file.text("content_type")).isEqualTo("text/plain");
    assertThat(company.owner().get(content).expect(200).body()).isEqualTo("What was said.");
    assertThat(company.owner().range(content, "bytes=5-7").expect(206).body()).isEqualTo("was");
    assertThat(company.owner().upload("a.png", "#!/bin/sh\n").expect(415).text("code"))
        .isEqualTo("file_type_not_allowed");
    company.owner().delete("/api/files/" + file.id()).expect(204);
    company.owner().get(content).expect(404);
  }

  @Test
  void changesOnlyTheVersionThatTheCallerSaw() {
    Company company = Company.create(operator, "versions");
    String path = "/api/projects/" + company.project("First name");
    String seen = company.owner().get(path).expect(200).header("ETag");

    Answer changed = company.owner().patch(path, seen, "{\"name\":\"Second name\"}").expect(200);
    assertThat(changed.text("name")).isEqualTo("Second name");
    company.owner().patch(path, seen, "{\"name\":\"Third name\"}").expect(412);
    assertThat(company.owner().get(path).text("name")).isEqualTo("Second name");
  }

  @Test
  void refusesAViewerAndNamesThePermission() {
    Company company = Company.create(operator, "viewers");
    String path = "/api/projects/" + company.project("Seen");
    Client viewer = company.user("viewer");

    Answer seen = viewer.get(path).expect(200);
    Answer refused = viewer.patch(path, seen.header("ETag"), "{\"name\":\"Mine\"}").expect(403);
    assertThat(refused.text("permission")).isEqualTo("projects:write");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void knowsNothingOfAnotherTenant() {
    Company one = Company.create(operator, "one");
    Company other = Company.create(operator, "other");
    String path = "/api/projects/" + one.project("Secret");

    other.owner().get(path).expect(404);
    other.owner().patch(path, "*", "{\"name\":\"Taken\"}").expect(404);
    assertThat(other.owner().get("/api/projects").expect(200).items()).isEmpty();
    assertThat(one.owner().get(path).expect(200).text("name")).isEqualTo("Secret");
  }

  @Test
  void aSuspendedTenantDoesNotWrite() {
    Company company = Company.create(operator, "suspended");
    company.project("Before");
    operator.post("/api/tenants/suspended/suspend", "{}").expect(200);

    Answer refused = company.owner().post("/api/projects", "{\"name\":\"After\"}");
    assertThat(refused.status()).isEqualTo(403);
    operator.post("/api/tenants/suspended/resume", "{}").expect(200);
    assertThat(company.owner().get("/api/projects").expect(200).items("name"))
        .containsExactly("Before");
  }

  @Test
  void theTrailTellsWhatWasDoneAndWhatWasRefused() {
    Company company = Company.create(operator, "trail");
    String project = company.project("Watched");
    company.owner().post("/api/teams", "{\"name\":\"Watchers\"}").expect(201);
    company.user("viewer").post("/api/projects", "{\"name\":\"Mine\"}").expect(403);

    Answer trail = company.owner().get("/api/audit-logs?limit=200").expect(200);
    assertThat(trail.items("action")).contains("project.created", "team.created", "user.created");
    assertThat(company.owner().get("/api/audit-logs?success=false").expect(200).items())
        .isNotEmpty();
    JsonObject created =
        company.owner().get("/api/audit-logs?resource_id=" + project).expect(200).items().get(0);
    assertThat(created.getString("action")).isEqualTo("project.created");
    assertThat(created.getString("user_email")).isEqualTo("owner@trail.example");
  }

  @Test
  void databaseBrokerAndBatchAreUp() {
    operator.anonymous().get("/api/health").expect(200);
    JsonObject parts =
        operator.get("/api/health/detailed").expect(200).json().getJsonObject("components");
    assertThat(parts.keySet()).contains("database", "broker", "batch");
    assertThat(parts.values())
        .allSatisfy(part -> assertThat(part.asJsonObject().getString("status")).isEqualTo("up"));
  }

  @Test
  void publishesItsKeysAndItsDescription() {
    Answer keys = operator.anonymous().get("/.well-known/jwks.json").expect(200);
    assertThat(keys.json().getJsonArray("keys")).isNotEmpty();
    JsonObject description = operator.anonymous().get("/api/openapi.json").expect(200).json();
    assertThat(description.getJsonObject("paths")).containsKey("/api/projects");
  }

  @Test
  void leasedWorkEndsATrialByItself() {
    String ends = Instant.now().plusSeconds(2).toString();
    operator
        .post(
            "/api/tenants",
            """
            {"name":"Trial","slug":"trial","owner_email":"owner@trial-end.example","trial_ends_at":"%s"}"""
                .formatted(ends))
        .expect(201);

    EarServer.await(
        "the trial is over",
        () -> operator.get("/api/tenants/trial").expect(200).text("status").equals("suspended"));
  }

  @Test
  void theBatchRuntimeRunsTheHousekeeping() {
    String run = operator.post("/api/jobs/housekeeping/runs", "{}").expect(202).text("id");
    EarServer.await(
        "the run has completed",
        () -> operator.get("/api/jobs/runs/" + run).expect(200).text("status").equals("completed"));
    assertThat(count("FAILED")).isZero();
  }

  @Test
  void theTourHolds(@TempDir Path folder) throws IOException, InterruptedException {
    Path told = folder.resolve("tour.txt");
    ProcessBuilder tour =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.freehold.launcher.Freehold",
            "tour",
            "--server",
            server.url().toString(),
            "--demo-password",
            EarServer.PASSWORD);
    tour.environment().put("FREEHOLD_TOKEN", operator.token());
    Process process = tour.redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(told)).isZero();
    assertThat(Files.readString(told)).contains("Everything held.");
  }

  @Test
  void nothingIsLostWhenTheServerIsKilled() throws IOException {
    Company company = Company.create(operator, "survivor");
    String path = "/api/projects/" + company.project("Survives");
    long before = server.process().pid();

    server.killAndRestart();

    assertThat(server.process().pid()).isNotEqualTo(before);
    assertThat(company.owner().get(path).expect(200).text("name")).isEqualTo("Survives");
    company.project("Afterwards");
    databaseBrokerAndBatchAreUp();
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws SocketException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .toList();
    assertThat(answers(InetAddress.getLoopbackAddress(), server.url().getPort())).isTrue();
    for (InetAddress address : others) {
      assertThat(server.ports()).noneMatch(port -> answers(address, port));
    }
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /** The runtime makes its tables when it is used for the first time: until then there is none. */
  private long count(String status) {
    try (Connection connection = server.database().administrator().connect();
        Statement statement = connection.createStatement()) {
      if (first(statement, "select to_regclass('batch.executioninstancedata')") == null) {
        return 0;
      }
      return Long.parseLong(
          first(
              statement,
              "select count(*) from batch.executioninstancedata where batchstatus = '%s'"
                  .formatted(status)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
