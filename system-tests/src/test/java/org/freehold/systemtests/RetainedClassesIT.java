package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of webhooks, alerts and reports go when a policy says so, and stay under a hold. */
class RetainedClassesIT {
  private static final String RETENTION = "/api/compliance/retention/";
  private static final String HOLDS = "/api/compliance/holds";
  private static final String LEDGER = "/api/webhooks/ledger";

  private final TestTenant tenant = Fixtures.tenant("tier", "enterprise");
  private Connection superuser;
  private OldMessages messages;

  @BeforeEach
  void connect() throws SQLException {
    superuser = Database.asAdministrator();
    messages = new OldMessages(superuser, tenant);
  }

  @AfterEach
  void close() throws SQLException {
    superuser.close();
  }

  @Test
  void everyClassGoesByItsPolicyButForWhatIsNotOverOrHeld() throws SQLException {
    TestTenant other = Fixtures.tenant();
    OldMessages ofOther = new OldMessages(superuser, other);
    String person = tenant.newUser("developer").id();
    messages.add("arrived", 40, "delivered", "{}");
    messages.add("waits", 40, "pending", "{}");
    messages.add("unspread", 40, null, "{}");
    messages.add("names", 40, "exhausted", Body.of("user_id", person));
    messages.add("unknown", 40, "delivered", "{}");
    messages.sentByTheProduct("unknown");
    messages.add("again", 40, "delivered", "{}");
    messages.sentAgain("again", 5);
    messages.add("young", 20, "delivered", "{}");
    ofOther.add("foreign", 40, "delivered", "{}");
    alert(person, "resolved", 100);
    alert(tenant.owner().id(), "resolved", 100);
    alert("198.51.100.0/24", "resolved", 100);
    alert(tenant.owner().id(), "open", 100);
    report("SOC2", 400);
    report("GDPR", 300);
    JsonObject before = ledger();

    hold("data_class", "webhook_messages", "person_id", person);
    hold("data_class", "security_alerts", "person_id", person);
    assertThat(preview("webhook_messages", 31)).containsExactly(3, 2, 0);
    assertThat(preview("security_alerts", 90)).containsExactly(3, 2, 0);
    assertThat(preview("compliance_reports", 365)).containsExactly(1, 0, 0);
    keep("webhook_messages", 31);
    keep("security_alerts", 90);
    keep("compliance_reports", 365);
    Housekeeping.run(Fixtures.operator());

    assertThat(messages.left())
        .containsExactlyInAnyOrder("waits", "unspread", "names", "unknown", "again", "young");
    assertThat(messages.leftovers()).as("deliveries and attempts of what is gone").isZero();
    assertThat(messages.attempts("names")).isEqualTo(1);
    assertThat(ofOther.left()).containsExactly("foreign");
    assertThat(
            texts(
                "select subject_id || ' ' || status from tenant.security_alert where summary = 'Old'"))
        .containsExactlyInAnyOrder(
            person + " resolved", "198.51.100.0/24 resolved", tenant.owner().id() + " open");
    assertThat(tenant.api().get("/api/compliance/reports").is(200).each("framework"))
        .containsExactly("GDPR");
    assertThat(texts("select question from tenant.compliance_answer where true")).hasSize(1);
    assertThat(ledger())
        .as("the ledger counts what became of it, not what is there")
        .isEqualTo(before);
    assertThat(before.getBoolean("balanced")).isTrue();
  }

  @Test
  void aMonthStaysForWhatAHoldOfAnybodyKeepsAndItsOtherRowsGo() throws SQLException {
    TestTenant other = Fixtures.tenant();
    OldMessages ofOther = new OldMessages(superuser, other);
    String project = tenant.project();
    // First, as other tests have the job run too.
    String hold = hold("project_id", project);
    messages.month("202403");
    messages.addOn("held", "2024-03-10Z", "delivered", Body.of("project_id", project));
    messages.addOn("waits", "2024-03-11Z", "pending", "{}");
    messages.addOn("free", "2024-03-12Z", "delivered", "{}");
    ofOther.addOn("foreign", "2024-03-12Z", "delivered", "{}");
    Housekeeping.run(Fixtures.operator());
    assertThat(messages.left()).containsExactlyInAnyOrder("held", "waits");
    assertThat(messages.attempts("held")).isEqualTo(1);
    assertThat(ofOther.left()).isEmpty();
    assertThat(ledger().getInt("pending")).isEqualTo(1);
    Api second = tenant.newUser("tenant_admin").api();
    second.post(HOLDS + "/" + hold + "/release", Body.of("reason", "Over")).is(200);
    Housekeeping.run(Fixtures.operator());
    assertThat(
            Database.texts(
                superuser,
                "select relname from pg_class where relname ~ '^(message|delivery|delivery_attempt)_202403$'"))
        .isEmpty();
    assertThat(ledger().getInt("pending")).isZero();
    assertThat(ledger().getBoolean("balanced")).isTrue();
  }

  @Test
  void whatTheInstallationDropsNobodyKeepsLonger() {
    JsonObject policy = tenant.api().get(RETENTION + "webhook_messages").is(200).json();
    assertThat(policy.getInt("days")).isEqualTo(90);
    assertThat(policy.getInt("most_days")).isEqualTo(90);
    assertThat(policy.getJsonArray("hold_scopes").toString()).isEqualTo("[\"person\",\"project\"]");
    for (int days : new int[] {30, 91}) {
      Answer refused = tenant.api().put(RETENTION + "webhook_messages", Body.of("days", days));
      assertThat(refused.isProblem(400, "invalid").faults()).containsExactly("/days range");
    }
  }

  @Test
  void aHoldIsNotLimitedToWhatAClassDoesNotTell() throws SQLException {
    String person = tenant.owner().id();
    for (List<String> untold :
        List.of(
            List.of("compliance_reports", "person_id"),
            List.of("compliance_reports", "project_id"),
            List.of("job_runs", "project_id"),
            List.of("security_alerts", "project_id"))) {
      Answer refused =
          tenant
              .api()
              .post(
                  HOLDS,
                  Body.of(
                      "name",
                      "N",
                      "reason",
                      "R",
                      "data_class",
                      untold.get(0),
                      untold.get(1),
                      person));
      assertThat(refused.isProblem(400, "invalid").faults())
          .as(untold.toString())
          .containsExactly("/" + untold.get(1) + " untold");
    }
    report("SOC2", 10);
    String held =
        "/api/compliance/reports/"
            + tenant.api().get("/api/compliance/reports").is(200).each("id").get(0);
    String hold = hold("person_id", person);
    assertThat(tenant.api().delete(held).isProblem(409, "under_legal_hold").string("hold_id"))
        .isEqualTo(hold);
  }

  @Test
  void aReportIsHeldWhenAnyOfItsTimeIs() throws SQLException {
    report("SOC2", 10);
    Database.run(
        superuser,
        "update tenant.compliance_report set completed_at = created_at + interval '5 days'"
            + " where tenant_id = '%s'".formatted(tenant.id()));
    String report = texts("select id from tenant.compliance_report where true").get(0);
    Instant now = Instant.now();
    hold("data_class", "compliance_reports", "from", now.minus(Duration.ofDays(4)).toString());
    hold("data_class", "compliance_reports", "until", now.minus(Duration.ofDays(11)).toString());
    String covers =
        hold("data_class", "compliance_reports", "from", now.minus(Duration.ofDays(6)).toString());
    Answer refused = tenant.api().delete("/api/compliance/reports/" + report);
    assertThat(refused.isProblem(409, "under_legal_hold").string("hold_id")).isEqualTo(covers);
  }

  private String hold(Object... limits) {
    return tenant.api().post(HOLDS, Body.of(withName(limits))).is(201).id();
  }

  private static Object[] withName(Object... limits) {
    List<Object> all = new java.util.ArrayList<>(List.of("name", "Case", "reason", "A letter"));
    all.addAll(List.of(limits));
    return all.toArray();
  }

  private void keep(String dataClass, int days) {
    tenant.api().put(RETENTION + dataClass, Body.of("days", days)).is(200);
  }

  /** How many have expired with so many days, how many of these are held, and how many now. */
  private List<Integer> preview(String dataClass, int days) {
    JsonObject told =
        tenant.api().post(RETENTION + dataClass + "/preview", Body.of("days", days)).is(200).json();
    return List.of(told.getInt("expired"), told.getInt("held"), told.getInt("expired_now"));
  }

  private JsonObject ledger() {
    JsonObject told = tenant.api().get(LEDGER).is(200).json();
    return jakarta.json.Json.createObjectBuilder(told)
        .remove("messages")
        .remove("checked_at")
        .build();
  }

  private void alert(String subject, String status, int daysAgo) throws SQLException {
    Database.run(
        superuser,
        ("insert into tenant.security_alert (tenant_id, id, rule, severity, subject_type, subject_id, summary, status,"
                + " count, first_at, last_at, first_event_id, last_event_id, told_at, resolved_at, version)"
                + " select '%1$s', gen_random_uuid(), 'refusals', 'WARNING', '%2$s', '%3$s', 'Old', '%4$s', 1, at, at,"
                + " gen_random_uuid(), gen_random_uuid(), at, case when '%4$s' = 'resolved' then at end, 1"
                + " from (select now() - interval '%5$d days' as at) t")
            .formatted(
                tenant.id(), subject.contains("/") ? "network" : "user", subject, status, daysAgo));
  }

  private void report(String framework, int daysAgo) throws SQLException {
    Database.run(
        superuser,
        ("with made as (insert into tenant.compliance_report (tenant_id, id, framework, period_from, period_to, run_id,"
                + " created_at, consistency, damage, damaged, version) select '%1$s', gen_random_uuid(), '%2$s',"
                + " at - interval '2 days', at - interval '1 day', gen_random_uuid(), at, '[]', '[]', 0, 1"
                + " from (select now() - interval '%3$d days' as at) t returning tenant_id, id)"
                + " insert into tenant.compliance_answer (tenant_id, report_id, question, ordinal)"
                + " select tenant_id, id, 'Q01', 0 from made")
            .formatted(tenant.id(), framework, daysAgo));
  }

  private List<String> texts(String select) throws SQLException {
    return Database.texts(superuser, select + " and tenant_id = '" + tenant.id() + "'");
  }
}
