package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.database.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ends the server while it sends to everybody at once: first when all of them have taken what it
 * sent and it has not heard so, then when nothing of it has arrived; and at last the database under
 * it, when it has not heard again. Mail, forwarded events and checkpoints arrive all the same,
 * again only as the same, and each finding counts once.
 */
@Timeout(600)
@OwnServers
class OutwardKillIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int THRESHOLD = 3;

  private static final String ANNOUNCED =
      "select body::jsonb -> 'data' ->> 'note' from tenant.message where type = 'audit.checkpoint'";

  private final Path data = Installation.dataFolder("-outward");
  private final Map<String, String> variables = new HashMap<>();
  private final OutwardLoad load = new OutwardLoad();
  private Outside outside;
  private FreeholdServer server;

  /** The database since it was started by itself; null before. */
  private EmbeddedDatabase database;

  private TestTenant tenant;
  private List<String> destinations;

  @BeforeEach
  void begin() throws IOException {
    outside = new Outside(Installation.empty(Installation.dataFolder("-outward-objects")));
    variables.putAll(outside.variables());
    variables.put("FREEHOLD_AUDIT_CHECKPOINT_SECONDS", "1");
    variables.put("FREEHOLD_AUDIT_ANNOUNCE_MINUTES", "0");
    variables.put("FREEHOLD_WORK_LEASE_SECONDS", "10");
    variables.put("FREEHOLD_LIMITS_REQUESTS_PER_MINUTE", "100000");
    server = Installation.start(data, false, variables);
    String password = server.generatedPassword().orElseThrow();
    tenant = new Fixtures(server.url(), server.administratorEmail(), password).newTenant();
    tenant
        .api()
        .put(
            "/api/security/alert-rules",
            "{\"refusals\":{\"enabled\":true,\"threshold\":%d,\"window_minutes\":60}}"
                .formatted(THRESHOLD))
        .is(200);
    ForwardingDesk desk = new ForwardingDesk(tenant);
    destinations =
        List.of(
            desk.destination("https", "http://127.0.0.1:" + outside.toCollector.port() + "/")
                .place(),
            desk.destination("syslog_tcp", "127.0.0.1:" + outside.toSyslog.port()).place());
  }

  @AfterEach
  void end() throws IOException {
    server.close();
    if (database != null) {
      database.close();
    }
    outside.close();
  }

  @Test
  void whatLeavesArrivesOnceOrAgainAsTheSameWhateverDies() throws Exception {
    List<TestUser> first = viewers();
    List<TestUser> second = viewers();
    List<TestUser> third = viewers();
    outside.keepAnswers();
    aDigestIsDue();
    Await.until(SOON, outside.toPost::kept, kept -> kept > 0);
    amid(first, kept -> kept.get(0) > 1 && !kept.contains(0));
    killServer();
    outside.lose();
    server = Installation.start(data, true, variables);
    amid(second, kept -> !kept.contains(0));
    killServer();
    outside.passOn();
    server = Installation.start(data, true, variables);
    everyMailIsSent();
    outside.keepAnswers();
    amid(third, kept -> !kept.contains(0));
    killDatabase();
    outside.passOn();

    Api owner = signedIn(tenant.owner());
    Collection<JsonObject> events = everythingIsForwarded(owner).values();
    everyRefusalCountsOnce(owner, events);
    everyAlertIsToldOnce(owner);
    everyMailCame();
    everyCheckpointIsInTheStore();
  }

  private List<TestUser> viewers() {
    return Stream.generate(() -> tenant.newUser("viewer")).limit(3).toList();
  }

  /** As if the period of the last had passed. */
  private void aDigestIsDue() throws SQLException {
    try (Connection connection = server.database().administrator().connect()) {
      Database.run(
          connection,
          "update control.checkpoint_digest set made_at = made_at - interval '24 hours'");
      Await.until(
          SOON,
          () ->
              texts(
                  "update control.work_item set due_at = now()"
                      + " where kind = 'checkpoint_digest' and lease_until is null returning id"),
          due -> !due.isEmpty());
    }
  }

  /** Returns when it is in the middle of enough. */
  private void amid(List<TestUser> viewers, Predicate<List<Integer>> enough) {
    load.makes(signedIn(tenant.owner()));
    viewers.forEach(one -> load.isRefused(signedIn(one), one.id()));
    Await.until(
        SOON,
        load::refused,
        told -> viewers.stream().allMatch(one -> told.getOrDefault(one.id(), 0) >= THRESHOLD));
    Await.until(SOON, outside::kept, enough);
  }

  private void killServer() {
    kill(server.serverProcess().orElseThrow());
    load.end();
    server.close();
  }

  /** It begins again, under the server that goes on. */
  private void killDatabase() {
    EmbeddedDatabase ours = server.database().server().orElseThrow();
    kill(ProcessHandle.of(ours.pid()).orElseThrow());
    load.end();
    database = EmbeddedDatabase.start(server.folder(), ours.port());
  }

  private static void kill(ProcessHandle victim) {
    victim.destroyForcibly();
    assertThat(victim.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  /** Where the server is now. */
  private Api signedIn(TestUser user) {
    return Api.at(server.url()).in(tenant.slug()).signedIn(user.email(), TestTenant.PASSWORD);
  }

  /** Both ways, all that is on record, and what was acknowledged is. By place. */
  private Map<Long, JsonObject> everythingIsForwarded(Api owner) {
    Await.until(
        SOON,
        () -> destinations.stream().map(one -> next(owner, one)).toList(),
        next -> next.stream().allMatch(one -> one == recorded().size()));
    Map<Long, JsonObject> events = Outside.byPlace(outside.collected());
    List<String> recorded = recorded();
    assertThat(events.keySet())
        .isEqualTo(LongStream.range(0, recorded.size()).boxed().collect(Collectors.toSet()));
    assertThat(events.values().stream().map(one -> one.getJsonObject("metadata").getString("uid")))
        .containsExactlyInAnyOrderElementsOf(recorded);
    assertThat(Outside.byPlace(outside.logged())).isEqualTo(events);
    assertThat(Outside.of("project.created", events.values()))
        .extracting(event -> event.getJsonObject("entity").getString("uid"))
        .doesNotHaveDuplicates()
        .containsAll(load.projects());
    return events;
  }

  private static int next(Api owner, String destination) {
    return owner.get(destination).is(200).json().getInt("next_sequence");
  }

  private List<String> recorded() {
    return texts("select id from tenant.audit_event where tenant_id = '" + tenant.id() + "'");
  }

  /** From the one on with which there are enough. */
  private void everyRefusalCountsOnce(Api owner, Collection<JsonObject> events) {
    Map<String, Integer> counts = new HashMap<>();
    load.refused()
        .forEach(
            (person, told) -> {
              int refusals = Outside.refusals(person, events);
              assertThat(refusals).as("one broke off at the most").isBetween(told, told + 1);
              counts.put(person, refusals - THRESHOLD + 1);
            });
    assertThat(counts).hasSize(9);
    Await.until(
        SOON,
        () ->
            owner.get("/api/security/alerts?rule=refusals").is(200).items().stream()
                .collect(
                    Collectors.toMap(
                        one -> one.getString("subject_id"), one -> one.getInt("count"))),
        counts::equals);
  }

  private void everyAlertIsToldOnce(Api owner) {
    int alerts = owner.get("/api/security/alerts").is(200).items().size();
    assertThat(owner.get("/api/webhooks/messages?type=security.alert").is(200).items())
        .hasSize(alerts);
    assertThat(Outside.of("security_alert.raised", everythingIsForwarded(owner).values()))
        .hasSize(alerts);
    assertThat(texts("select id from tenant.mail where subject like 'Security alert: %'"))
        .hasSize(alerts);
  }

  /** Again only those that the server was at when it died. */
  private void everyMailCame() {
    everyMailIsSent();
    Map<String, Long> mails = outside.mails("");
    assertThat(mails.keySet())
        .containsExactlyInAnyOrderElementsOf(
            texts("select '<' || id || '@localhost>' from tenant.mail"));
    assertThat(new HashSet<>(mails.values())).containsExactlyInAnyOrder(1L, 2L);
    assertThat(outside.mails("Checkpoints ")).containsValue(2L);
  }

  private void everyMailIsSent() {
    Await.until(
        SOON, () -> texts("select id from tenant.mail where status <> 'sent'"), List::isEmpty);
  }

  /** Those that are announced meanwhile may be there or not. */
  private void everyCheckpointIsInTheStore() {
    List<String> announced = texts(ANNOUNCED);
    Await.until(
        SOON, () -> texts("select log from control.checkpoint_copy where to_store"), List::isEmpty);
    List<String> stored = outside.checkpoints();
    assertThat(stored).containsAll(announced);
    assertThat(texts(ANNOUNCED)).containsAll(stored);
    assertThat(
            texts(
                "select id from tenant.audit_event where action = 'audit_checkpoint.contradicted'"))
        .isEmpty();
  }

  private List<String> texts(String sql) {
    try (Connection connection = server.database().administrator().connect()) {
      return Database.texts(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
