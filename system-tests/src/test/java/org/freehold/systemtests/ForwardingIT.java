package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.net.ServerSocketFactory;
import org.freehold.engine.delivery.MadeCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail, as receivers get it. */
@Patient
class ForwardingIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern SYSLOG =
      Pattern.compile(
          "<1[01][0-9]>1 [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z [!-~]+ freehold - [!-~]{1,32}"
              + " \\[audit@32473 id=\"[0-9a-f-]{36}\" sequence=\"[0-9]+\" tenant=\"[a-z0-9-]+\""
              + " action=\"[a-z_.]+\" outcome=\"[a-z]+\" recorded_by=\"freehold\"\\] \ufeff\\{.*\\}");

  private final TestTenant tenant = Fixtures.tenant();
  private final ForwardingDesk desk = new ForwardingDesk(tenant);

  @Test
  void theWholeTrailComesInOrderAsOcsfWithTheAuthorization() throws Exception {
    try (Receiver receiver = new Receiver()) {
      tenant.project();
      tenant.as("viewer").get("/api/admin/api-keys").is(403);
      Answer made = desk.destination("https", receiver.url(), "authorization", "Splunk s3cret");
      assertThat(made.text()).doesNotContain("s3cret");
      assertThat(made.json().getBoolean("authorized")).isTrue();
      Answer taken = desk.allTaken(made);
      List<JsonObject> events = ForwardingDesk.events(receiver, 0);
      assertGapless(events, taken);
      assertThat(receiver.all())
          .allSatisfy(
              one ->
                  assertThat(one.headers().get("Authorization")).containsExactly("Splunk s3cret"));
      assertThat(events).allSatisfy(ForwardingIT::assertOcsf);
      assertThat(events)
          .extracting(event -> event.getInt("class_uid"))
          .contains(3001, 3002, 3004, 6003);
      List<String> ids =
          tenant.api().get("/api/audit-logs?limit=200").is(200).items().stream()
              .filter(event -> event.getBoolean("sealed"))
              .filter(event -> event.getInt("sequence") < taken.json().getInt("next_sequence"))
              .map(event -> event.getString("id"))
              .toList();
      assertThat(events)
          .extracting(event -> event.getJsonObject("metadata").getString("uid"))
          .containsAll(ids);
    }
  }

  @Test
  void syslogComesWithLengthsInOrderAndGoesOnAfterTheServerWasAway() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Answer made = desk.destination("syslog_tcp", "127.0.0.1:" + port);
    desk.failing(made);
    tenant.project();
    try (SyslogServer server = new SyslogServer(ServerSocketFactory.getDefault(), port)) {
      Answer taken = desk.allTaken(made);
      assertThat(server.messages()).allSatisfy(one -> assertThat(one).matches(SYSLOG));
      List<JsonObject> events =
          server.messages().stream()
              .map(one -> object(one.substring(one.indexOf('\ufeff') + 1)))
              .toList();
      assertGapless(events, taken);
      assertThat(server.broken()).isEmpty();
    }
  }

  @Test
  void overTlsTheServerMustBeTheOneThatWasNamed(@TempDir Path folder) throws Exception {
    MadeCertificate trusted = MadeCertificate.ofServer("127.0.0.1", folder);
    MadeCertificate another = MadeCertificate.ofServer("127.0.0.1", folder);
    try (SyslogServer server = new SyslogServer(trusted.context().getServerSocketFactory(), 0)) {
      String address = "127.0.0.1:" + server.port();
      Answer doubtful =
          desk.destination("syslog_tls", address, "ca_certificate_pem", another.certificate());
      desk.failing(doubtful);
      assertThat(server.messages()).isEmpty();
      Answer made =
          desk.destination("syslog_tls", address, "ca_certificate_pem", trusted.certificate());
      Answer taken = desk.allTaken(made);
      assertThat(server.messages())
          .hasSizeGreaterThanOrEqualTo(taken.json().getInt("next_sequence"));
      assertThat(server.messages()).allSatisfy(one -> assertThat(one).matches(SYSLOG));
    }
  }

  @Test
  void whereTheTrailGoesIsCheckedAndOnlyAdministratorsSaySo() {
    Api api = tenant.api();
    String[][] wrong = {
      {"https", "ftp://siem.example/"},
      {"https", "https://user:secret@siem.example/"},
      {"syslog_tcp", "siem.example"},
      {"syslog_tls", "siem.example:0"},
      {"syslog_tls", "siem.example:6514/path"},
    };
    for (String[] one : wrong) {
      api.post(ForwardingDesk.PLACE, ForwardingDesk.body(one[0], one[1])).isProblem(400, "invalid");
    }
    api.post(
            ForwardingDesk.PLACE,
            ForwardingDesk.body("syslog_tcp", "siem.example:514", "authorization", "x"))
        .isProblem(400, "invalid");
    api.post(
            ForwardingDesk.PLACE,
            ForwardingDesk.body("syslog_tls", "siem.example:6514", "ca_certificate_pem", "x"))
        .isProblem(400, "invalid");
    tenant.as("manager").get(ForwardingDesk.PLACE).is(200);
    tenant
        .as("manager")
        .post(ForwardingDesk.PLACE, ForwardingDesk.body("https", "https://siem.example/"))
        .is(403);
    Answer forbidden = desk.destination("https", "https://10.1.2.3/");
    Answer failing =
        Await.until(
            SOON,
            () -> api.get(forbidden.place()).is(200),
            now -> !now.json().isNull("last_error"));
    assertThat(failing.string("last_error")).contains("may not be called");
    assertThat(api.post(forbidden.place() + "/pause", "").is(200).string("status"))
        .isEqualTo("paused");
    assertThat(api.post(forbidden.place() + "/resume", "").is(200).string("status"))
        .isEqualTo("enabled");
    api.delete(forbidden.place()).is(204);
    api.get(forbidden.place()).is(404);
  }

  /** Whoever sends to it notes how it fares, which is no change of somebody's. */
  @Test
  void whoChangesADestinationWaitsForWhoSendsToIt() throws SQLException {
    String place = desk.destination("https", "https://10.1.2.3/").place();
    Api api = tenant.api();
    api.post(place + "/pause", "").is(200);
    try (Connection superuser = Database.asAdministrator();
        Connection sending = Database.asAdministrator()) {
      String pid = Database.pid(sending);
      String id = place.substring(place.lastIndexOf('/') + 1);
      for (String how : List.of("pause", "delete")) {
        sending.setAutoCommit(false);
        Database.run(
            sending,
            "update tenant.forwarding_destination set version = version + 1 where id = '%s'"
                .formatted(id));
        CompletableFuture<Answer> changed =
            CompletableFuture.supplyAsync(
                () -> how.equals("delete") ? api.delete(place) : api.post(place + "/pause", ""));
        Await.until(SOON, () -> Database.waitingFor(superuser, pid), count -> count > 0);
        sending.commit();
        assertThat(changed.join().status()).as(how).isIn(200, 204);
      }
    }
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** In the order of the places, each once, none left out. */
  private static void assertGapless(List<JsonObject> events, Answer taken) {
    int next = taken.json().getInt("next_sequence");
    List<Long> places = ForwardingDesk.places(events).boxed().toList();
    assertThat(places.subList(0, next)).isEqualTo(LongStream.range(0, next).boxed().toList());
  }

  /** What every event of OCSF must have, and what its class must have. */
  private static void assertOcsf(JsonObject event) {
    int type = event.getInt("class_uid");
    assertThat(event.getInt("category_uid")).isEqualTo(type / 1000);
    assertThat(event.getInt("type_uid")).isEqualTo(type * 100 + event.getInt("activity_id"));
    assertThat(event.getInt("severity_id")).isBetween(1, 6);
    assertThat(event.getJsonNumber("time").longValue()).isPositive();
    assertThat(event.getJsonObject("metadata").getString("version")).isEqualTo("1.3.0");
    assertThat(event.getJsonObject("metadata").getJsonObject("product").getString("vendor_name"))
        .isEqualTo("Freehold");
    if (event.getInt("activity_id") == 99) {
      assertThat(event.getString("activity_name")).isNotBlank();
    }
    List<String> required =
        switch (type) {
          case 3001 -> List.of("user");
          case 3002 -> List.of("user", "service");
          case 3004 -> List.of("entity");
          case 3005 -> List.of("user", "privileges");
          case 3006 -> List.of("group", "user");
          case 6003 -> List.of("actor", "api", "src_endpoint");
          default -> throw new AssertionError("No class of ours: " + type);
        };
    assertThat(event.keySet()).containsAll(required);
    assertThat(event.values()).doesNotContain(JsonValue.NULL);
  }
}
