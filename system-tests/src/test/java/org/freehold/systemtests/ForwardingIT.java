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
  private static final String PLACE = "/api/audit-logs/forwarding";
  private static final Pattern SYSLOG =
      Pattern.compile(
          "<1[01][0-9]>1 [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z [!-~]+ freehold - [!-~]{1,32}"
              + " \\[audit@32473 id=\"[0-9a-f-]{36}\" sequence=\"[0-9]+\" tenant=\"[a-z0-9-]+\""
              + " action=\"[a-z_.]+\" outcome=\"[a-z]+\" recorded_by=\"freehold\"\\] \ufeff\\{.*\\}");

  private final TestTenant tenant = Fixtures.tenant();

  @Test
  void theWholeTrailComesInOrderAsOcsfWithTheAuthorization() throws Exception {
    try (Receiver receiver = new Receiver()) {
      tenant.project();
      tenant.as("viewer").get("/api/admin/api-keys").is(403);
      Answer made = destination("https", receiver.url(), "authorization", "Splunk s3cret");
      assertThat(made.text()).doesNotContain("s3cret");
      assertThat(made.json().getBoolean("authorized")).isTrue();
      Answer taken = allTaken(made);
      List<JsonObject> events = events(receiver);
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
  void aReceiverThatIsDownMissesNothingWhenItIsBack() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer made = failing(receiver);
      Answer failing = tenant.api().get(made.place()).is(200);
      assertThat(failing.string("last_error")).isEqualTo("The receiver answered 503");
      assertThat(failing.json().getInt("next_sequence")).isZero();
      tenant.project();
      int refused = receiver.all().size();
      receiver.answers(204);
      Answer taken = allTaken(made);
      List<JsonObject> events =
          receiver.all().stream()
              .skip(refused)
              .flatMap(one -> parsed(one.body()).stream())
              .toList();
      assertThat(places(events).distinct().boxed().toList())
          .startsWith(0L)
          .contains(taken.json().getInt("next_sequence") - 1L);
      assertThat(taken.json().isNull("last_error")).isTrue();
    }
  }

  @Test
  void whatIsRecordedWhileAFailedReceiverIsTriedAgainIsSentToo() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer made = failing(receiver);
      receiver.answers(204);
      holdsTheNext(receiver);
      tenant.project();
      Await.until(SOON, () -> isAllBefore(Integer.MAX_VALUE), placed -> placed);
      Await.until(SOON, () -> work("audit_forwarding", tenant.id()), left -> left == 0);
      receiver.release();
      allTaken(made);
    }
  }

  @Test
  void whoLostItsHoldWhileItSentSaysNothingOfTheReceiver() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.holdAfter(0);
      Answer made = destination("https", receiver.url());
      Await.until(SOON, () -> receiver.all().size(), calls -> calls == 1);
      receiver.answers(503);
      holder(made, "gen_random_uuid(), now() + interval '1 hour'");
      receiver.release();
      Await.until(
          SOON, () -> waitingWork("audit_forwarding_to", made.id()), waiting -> waiting == 1);
      assertThat(tenant.api().get(made.place()).is(200).json().isNull("failing_since")).isTrue();
      receiver.answers(204);
      holder(made, "null, null");
      allTaken(made);
    }
  }

  private Answer failing(Receiver receiver) throws Exception {
    receiver.answers(503);
    Answer made = destination("https", receiver.url());
    Await.until(
        SOON,
        () -> tenant.api().get(made.place()).is(200),
        now -> !now.json().isNull("failing_since"));
    return made;
  }

  /** Returns when it has the next batch in its hands, and answers nothing before it is released. */
  private static void holdsTheNext(Receiver receiver) {
    receiver.holdAfter(0);
    int before = receiver.all().size();
    Await.until(SOON, () -> receiver.all().size(), calls -> calls > before);
  }

  /** As if another node had it now, or nobody. */
  private static void holder(Answer destination, String tokenAndUntil) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "update tenant.forwarding_destination set (sending_token, sending_until) = row(%s) where id = '%s'"
              .formatted(tokenAndUntil, destination.id()));
    }
  }

  private static long work(String kind, String subject) {
    return count("kind = '%s' and subject_id = '%s'".formatted(kind, subject));
  }

  /** What nobody is at just now. */
  private static long waitingWork(String kind, String subject) {
    return count(
        "kind = '%s' and subject_id = '%s' and lease_until is null".formatted(kind, subject));
  }

  private static long count(String work) {
    try (Connection connection = Database.asAdministrator()) {
      return Database.count(connection, "select count(*) from control.work_item where " + work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void syslogComesWithLengthsInOrderAndGoesOnAfterTheServerWasAway() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Answer made = destination("syslog_tcp", "127.0.0.1:" + port);
    Await.until(
        SOON,
        () -> tenant.api().get(made.place()).is(200),
        now -> !now.json().isNull("failing_since"));
    tenant.project();
    try (SyslogServer server = new SyslogServer(ServerSocketFactory.getDefault(), port)) {
      Answer taken = allTaken(made);
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
          destination("syslog_tls", address, "ca_certificate_pem", another.certificate());
      Await.until(
          SOON,
          () -> tenant.api().get(doubtful.place()).is(200),
          now -> !now.json().isNull("failing_since"));
      assertThat(server.messages()).isEmpty();
      Answer made = destination("syslog_tls", address, "ca_certificate_pem", trusted.certificate());
      Answer taken = allTaken(made);
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
      api.post(PLACE, body(one[0], one[1])).isProblem(400, "invalid");
    }
    api.post(PLACE, body("syslog_tcp", "siem.example:514", "authorization", "x"))
        .isProblem(400, "invalid");
    api.post(PLACE, body("syslog_tls", "siem.example:6514", "ca_certificate_pem", "x"))
        .isProblem(400, "invalid");
    tenant.as("manager").get(PLACE).is(200);
    tenant.as("manager").post(PLACE, body("https", "https://siem.example/")).is(403);
    Answer forbidden = destination("https", "https://10.1.2.3/");
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

  private Answer destination(String kind, String address, Object... more) {
    return tenant.api().post(PLACE, body(kind, address, more)).is(201);
  }

  private static String body(String kind, String address, Object... more) {
    Object[] fields = new Object[8 + more.length];
    System.arraycopy(
        new Object[] {
          "name", "SIEM", "kind", kind, "address", address, "from_beginning", Body.json("true")
        },
        0,
        fields,
        0,
        8);
    System.arraycopy(more, 0, fields, 8, more.length);
    return Body.of(fields);
  }

  /** Until all that is on record by then was taken, also what has no place yet. */
  private Answer allTaken(Answer made) {
    return Await.until(
        SOON,
        () -> tenant.api().get(made.place()).is(200),
        now ->
            now.json().getInt("waiting") == 0
                && !now.json().isNull("last_success_at")
                && isAllBefore(now.json().getInt("next_sequence")));
  }

  private boolean isAllBefore(int sequence) {
    return tenant.api().get("/api/audit-logs?limit=200").is(200).items().stream()
        .allMatch(event -> event.getBoolean("sealed") && event.getInt("sequence") < sequence);
  }

  private static List<JsonObject> events(Receiver receiver) {
    return receiver.all().stream().flatMap(one -> parsed(one.body()).stream()).toList();
  }

  private static List<JsonObject> parsed(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static LongStream places(List<JsonObject> events) {
    return events.stream()
        .mapToLong(event -> event.getJsonObject("metadata").getJsonNumber("sequence").longValue());
  }

  /** In the order of the places, each once, none left out. */
  private static void assertGapless(List<JsonObject> events, Answer taken) {
    int next = taken.json().getInt("next_sequence");
    List<Long> places = places(events).boxed().toList();
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
