package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.freehold.engine.transparency.bundle.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month of the trail goes in one piece when nobody needs anything of it. */
@Alone
class RetentionDropIT {
  private static final String FORGED =
      "delete from tenant.audit_leaf where tenant_id = '{one}' and position = 0;"
          + " update tenant.audit_leaf set position = 0 where event_id = (select min(id::text)::uuid from gone where tenant_id = '{one}');"
          + " update tenant.audit_certificate set leaf = convert_to(regexp_replace(convert_from(leaf, 'UTF8'),"
          + " '\"begin\":[0-9]+', '\"begin\":0'), 'UTF8') where tenant_id = '{one}'";

  @TempDir private static Path folder;

  private static Connection superuser;
  private static TestTenant one;
  private static TestTenant two;
  private static TestTenant patient;
  private static String kept;

  /** January and March may go, of February and April something is kept. */
  @BeforeAll
  static void cleanUp() throws Exception {
    superuser = Database.asAdministrator();
    one = Fixtures.tenant("tier", "enterprise");
    two = Fixtures.tenant("tier", "enterprise");
    patient = Fixtures.tenant("tier", "enterprise");
    String held = two.project();
    for (String month : new String[] {"2014-01", "2014-02", "2014-03", "2014-04"}) {
      OldMonths.make(superuser, month);
    }
    OldEvents.add(superuser, one, "2014-01", 5, null);
    OldEvents.add(superuser, two, "2014-01", 3, null);
    OldEvents.add(superuser, one, "2014-02", 2, null);
    OldEvents.add(superuser, two, "2014-02", 1, held);
    OldEvents.add(superuser, one, "2014-04", 2, null);
    OldEvents.add(superuser, patient, "2014-04", 1, null);
    sql("create temp table gone as select * from tenant.audit_event_201401");
    sql(
        "insert into tenant.audit_disclosure (tenant_id, event_id, path, subject_id, sealed)"
            + " select tenant_id, id, 'p', gen_random_uuid(), 'x' from gone");
    kept = AuditBundles.checkpoint(one.api());
    AuditBundles.checkpoint(two.api());
    two.api()
        .post("/api/compliance/holds", Body.of("name", "Case", "reason", "R", "project_id", held))
        .is(201);
    patient
        .api()
        .put(
            "/api/compliance/retention/audit_events",
            Body.of("days", 36525, "requires_approval", false))
        .is(200);
    // A reader that stays for long makes it leave the month to another night.
    for (int nights = 0;
        nights < 3 && OldMonths.isThere(superuser, "audit_event", "2014-01");
        nights++) {
      runForAll();
    }
  }

  @AfterAll
  static void close() throws SQLException {
    superuser.close();
  }

  @Test
  void aMonthThatEverybodyLetsGoIsDroppedAndTheTreeStaysWhatItWas() throws Exception {
    for (String grown : new String[] {"audit_event", "audit_disclosure"}) {
      assertThat(OldMonths.isThere(superuser, grown, "2014-01")).as("all expired").isFalse();
      assertThat(OldMonths.isThere(superuser, grown, "2014-02")).as("held").isTrue();
      assertThat(OldMonths.isThere(superuser, grown, "2014-03")).as("empty").isFalse();
      assertThat(OldMonths.isThere(superuser, grown, "2014-04")).as("not expired").isTrue();
      assertThat(Database.texts(superuser, "select to_regclass('tenant." + grown + "_rest')"))
          .doesNotContainNull();
    }
    assertThat(OldEvents.left(superuser, one)).as("what the others keep is not its own").isZero();
    assertThat(OldEvents.left(superuser, two)).isEqualTo(1);
    assertThat(OldEvents.left(superuser, patient)).isEqualTo(1);
    assertThat(removed(one))
        .containsExactlyInAnyOrder(
            Tuple.tuple("2014-01-01", "removed", 5),
            Tuple.tuple("2014-02-01", "removed", 2),
            Tuple.tuple("2014-04-01", "removed", 2));
    assertThat(removed(two)).containsExactly(Tuple.tuple("2014-01-01", "removed", 3));
    assertThat(removed(patient)).isEmpty();
  }

  private static List<Tuple> removed(TestTenant tenant) {
    List<JsonObject> plans = tenant.api().get("/api/compliance/retention-plans").is(200).items();
    return plans.stream()
        .map(
            plan ->
                Tuple.tuple(
                    plan.getString("month"), plan.getString("status"), plan.getInt("removed")))
        .toList();
  }

  @Test
  void rootsProofsBundlesAndArchivesVerifyAsBefore() throws Exception {
    AuditBundles bundles = new AuditBundles(folder);
    Path bundle = bundles.whole(one.api());
    Report report = AuditBundles.verify(one.api(), bundle, kept);
    assertThat(report.findings()).isEmpty();
    assertThat(report.removed()).isEqualTo(9);
    assertThat(report.rootMatched()).isTrue();
    Path key = Files.writeString(folder.resolve("kept.pem"), AuditBundles.pem(one.api()));
    if (Script.isThere()) {
      assertThat(Script.verify(bundle, key)).contains("certificates are the leaves");
    }
    String live = one.api().get("/api/audit-logs?limit=1").is(200).each("id").get(0);
    one.api().get("/api/audit-logs/" + live + "/proof").is(200);
    for (JsonObject archive : one.api().get("/api/compliance/retention-archives").is(200).items()) {
      String content = "/api/compliance/retention-archives/" + archive.getString("id") + "/content";
      Path file =
          Files.write(
              Files.createTempFile(folder, "archive", ".zip"),
              one.api().bytes("GET", content).body());
      assertThat(AuditBundles.verify(one.api(), file).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing is wrong | select 1 | dropped",
        "an event has no place | delete from tenant.audit_leaf where event_id = (select min(id::text)::uuid from gone) | uncertified",
        "a place that no certificate names | delete from tenant.audit_leaf where tenant_id = '{one}' and position = 0;"
            + " update tenant.audit_leaf set position = 0 where event_id = (select min(id::text)::uuid from gone where tenant_id = '{one}') | uncertified",
        "a certificate with other bytes than the tree | " + FORGED + " | uncertified",
        "one tenant has no certificate | delete from tenant.audit_removed where tenant_id = '{two}';"
            + " delete from tenant.audit_certificate where tenant_id = '{two}' | uncertified",
        "somebody else has an event there | insert into tenant.audit_event select '{patient}', id, leaf, recorded_at, action, actor_type,"
            + " null, null, null, null, true, 'INFO', false, false, null from gone limit 1 | uncertified",
        "a hold | insert into tenant.legal_hold (tenant_id, id, name, reason, placed_by, placed_at, version)"
            + " values ('{one}', gen_random_uuid(), 'H', 'R', gen_random_uuid(), now(), 1) | held",
        "a hold on what is later | insert into tenant.legal_hold (tenant_id, id, name, reason, from_time, placed_by, placed_at, version)"
            + " values ('{one}', gen_random_uuid(), 'H', 'R', '2020-01-01', gen_random_uuid(), now(), 1) | dropped",
        "a policy that keeps | insert into tenant.retention_policy (tenant_id, id, data_class, days, requires_approval, updated_at, version)"
            + " values ('{two}', gen_random_uuid(), 'audit_events', 36525, false, now(), 1) | kept",
        "a plan that waits | update tenant.retention_plan set status = 'waiting' where tenant_id = '{two}' | kept",
        "a certificate that was not kept apart | update tenant.audit_event set action = 'retention.certified'"
            + " where id = (select min(id::text)::uuid from gone) | certificate",
      })
  void theServerCannotDropWhatSomebodyNeeds(String why, String sql, String outcome)
      throws SQLException {
    inTheStateBeforeTheDrop(
        sql,
        () ->
            assertThat(patiently("2014-01-01", one, two, patient))
                .as(why)
                .containsExactly(outcome));
  }

  @Test
  void everyTenantOfTheMonthMustAgree() throws SQLException {
    inTheStateBeforeTheDrop(
        "select 1", () -> assertThat(dropped("2014-01-01", one)).containsExactly("kept"));
  }

  @Test
  void youngMonthsAreNeverDropped() throws SQLException {
    inTheStateBeforeTheDrop(
        "select 1",
        () ->
            assertThat(
                    Database.texts(
                        superuser,
                        "select outcome from generate_series(date_trunc('month', now()), now() - interval '1 year',"
                            + " interval '-1 month') m, tenant.drop_certified_month(m::date, '{}') group by 1"))
                .containsExactly("young"));
  }

  @Test
  void rowsGoOnlyByCertificatesThatAreLeavesOfTheTree() throws SQLException {
    inTheStateBeforeTheDrop("select 1", () -> assertThat(rowsRemoved()).containsExactly("5"));
    inTheStateBeforeTheDrop(FORGED, () -> assertThat(rowsRemoved()).containsExactly("0"));
  }

  private interface Asked {
    void now() throws SQLException;
  }

  /** January is certified and there again, in a transaction that is taken back. */
  private static void inTheStateBeforeTheDrop(String change, Asked asked) throws SQLException {
    superuser.setAutoCommit(false);
    try {
      OldMonths.make(superuser, "2014-01");
      sql("insert into tenant.audit_event select * from gone");
      sql(
          "update tenant.retention_plan set status = 'certified' where month = '2014-01-01'"
              + " and tenant_id in ('{one}', '{two}')");
      sql(change);
      sql("set local role freehold_app");
      asked.now();
    } finally {
      superuser.rollback();
      superuser.setAutoCommit(true);
    }
  }

  /** Again while others are in the way. */
  private static List<String> patiently(String month, TestTenant... agreed) throws SQLException {
    List<String> outcome = dropped(month, agreed);
    for (int tries = 1; tries < 4 && outcome.contains("busy"); tries++) {
      outcome = dropped(month, agreed);
    }
    return outcome;
  }

  private static List<String> dropped(String month, TestTenant... agreed) throws SQLException {
    List<String> ids = java.util.Arrays.stream(agreed).map(TestTenant::id).toList();
    return Database.texts(
        superuser,
        "select outcome from tenant.drop_certified_month('%s', '{%s}')"
            .formatted(month, String.join(",", ids)));
  }

  private static List<String> rowsRemoved() throws SQLException {
    sql("set local app.tenant_id = '{one}'");
    return Database.texts(
        superuser,
        "select tenant.remove_certified_events(tenant.first_uuid_of('2014-01-01Z'),"
            + " tenant.first_uuid_of('2014-02-01Z'), 100)");
  }

  private static void sql(String sql) throws SQLException {
    Database.run(
        superuser,
        sql.replace("{one}", one.id())
            .replace("{two}", two.id())
            .replace("{patient}", patient.id()));
  }

  /** Trails that other tests damaged make it fail at its end, and keep nobody else waiting. */
  private static void runForAll() {
    Api operator = Fixtures.operator();
    String run =
        operator.post("/api/jobs/retention-cleanup/runs", "{\"parameters\":{}}").is(202).id();
    Await.until(
        Duration.ofSeconds(120),
        () -> operator.get("/api/jobs/runs/" + run).is(200).string("status"),
        seen -> !List.of("queued", "running").contains(seen));
  }
}
