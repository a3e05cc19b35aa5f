package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.freehold.engine.transparency.bundle.Finding;
import org.freehold.engine.transparency.bundle.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events whose time is over leave the trail by an archive, and the tree stays what it was. */
class RetentionCleanupIT {
  private static final String PLANS = "/api/compliance/retention-plans";
  private static final String ARCHIVES = "/api/compliance/retention-archives";
  private static final String HOLDS = "/api/compliance/holds";

  @TempDir private Path folder;

  @Test
  void expiredMonthsAreArchivedCertifiedAndRemovedButForWhatAHoldKeeps() throws Exception {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    String held = tenant.project();
    AuditBundles bundles = new AuditBundles(folder);
    try (Connection superuser = Database.asAdministrator()) {
      OldEvents.add(superuser, tenant, "2015-03", 5, null);
      OldEvents.add(superuser, tenant, "2015-04", 3, held);
      OldEvents.add(superuser, tenant, "2015-04", 4, null);
      String kept = AuditBundles.checkpoint(tenant.api());
      assertThat(AuditBundles.verify(tenant.api(), bundles.whole(tenant.api())).findings())
          .isEmpty();
      String hold =
          tenant
              .api()
              .post(HOLDS, Body.of("name", "Case", "reason", "R", "project_id", held))
              .is(201)
              .id();
      assertThat(run(tenant, true)).isEqualTo("completed");
      assertThat(tenant.api().get(PLANS).is(200).items()).isEmpty();
      assertThat(run(tenant, false)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).as("held").isEqualTo(3);
      List<JsonObject> plans = tenant.api().get(PLANS).is(200).items();
      assertThat(plans).extracting(plan -> plan.getString("status")).containsOnly("removed");
      assertThat(plans)
          .extracting(plan -> plan.getString("month"), plan -> plan.getInt("removed"))
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("2015-03-01", 5),
              org.assertj.core.groups.Tuple.tuple("2015-04-01", 4));
      Path bundle = bundles.whole(tenant.api());
      Report report = AuditBundles.verify(tenant.api(), bundle, kept);
      assertThat(report.findings()).isEmpty();
      assertThat(report.removed()).isEqualTo(9);
      assertThat(report.rootMatched()).isTrue();
      saidByBoth(tenant.api(), bundle);
      archivesShowWhatIsGone(tenant);
      reportsTellWhatIsGone(tenant);
      String live = tenant.api().get("/api/audit-logs?limit=1").is(200).each("id").get(0);
      tenant.api().get("/api/audit-logs/" + live + "/proof").is(200);
      anEventThatNoCertificateCoversIsMissed(superuser, tenant, bundles);
      tenant
          .newUser("tenant_admin")
          .api()
          .post(HOLDS + "/" + hold + "/release", Body.of("reason", "Over"))
          .is(200);
      assertThat(run(tenant, false)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).isZero();
    }
  }

  private void archivesShowWhatIsGone(TestTenant tenant) throws Exception {
    List<JsonObject> archives = tenant.api().get(ARCHIVES).is(200).items();
    assertThat(archives).extracting(one -> one.getInt("events")).containsExactlyInAnyOrder(5, 4);
    for (JsonObject archive : archives) {
      String place = ARCHIVES + "/" + archive.getString("id");
      assertThat(tenant.api().get(place).is(200).string("sha256"))
          .isEqualTo(archive.getString("sha256"));
      HttpResponse<byte[]> content = tenant.api().bytes("GET", place + "/content");
      assertThat(content.statusCode()).isEqualTo(200);
      assertThat(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.body())))
          .isEqualTo(archive.getString("sha256"));
      Path file = Files.write(Files.createTempFile(folder, "archive", ".zip"), content.body());
      Report report = AuditBundles.verify(tenant.api(), file);
      assertThat(report.findings()).isEmpty();
      assertThat(report.rootMatched()).isTrue();
      assertThat(report.removed()).isZero();
      tenant.as("analyst").get(place + "/content").isProblem(403, "permission_required");
      tenant.as("viewer").get(place).isProblem(403, "permission_required");
      Fixtures.tenant().api().get(place).isProblem(404, "not_found");
    }
    assertThat(tenant.api().get("/api/audit-logs?action=retention.certified").is(200).items())
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.getString("severity")).isEqualTo("WARNING"));
  }

  private static void reportsTellWhatIsGone(TestTenant tenant) {
    ComplianceDesk desk = ComplianceDesk.of(tenant);
    JsonObject report =
        desk.made(
            "PCI_DSS",
            Instant.parse("2015-03-01T00:00:00Z"),
            Instant.parse("2015-05-01T00:00:00Z"));
    JsonObject trail = desk.document(report).getJsonObject("results").getJsonObject("trail");
    assertThat(trail.getBoolean("proved")).as(trail.toString()).isTrue();
    assertThat(
            trail.getJsonArray("removed").getValuesAs(JsonObject.class).stream()
                .mapToInt(one -> one.getInt("events"))
                .sum())
        .isEqualTo(9);
  }

  private static void anEventThatNoCertificateCoversIsMissed(
      Connection superuser, TestTenant tenant, AuditBundles bundles) throws Exception {
    String live =
        "(select l.position from tenant.audit_leaf l join tenant.audit_event e on e.tenant_id = l.tenant_id"
            + " and e.id = l.event_id where e.recorded_at > '2020-01-01' and e.tenant_id = '"
            + tenant.id()
            + "' order by 1 limit 1)";
    long place = Long.parseLong(Database.texts(superuser, live).get(0));
    Database.run(
        superuser,
        "delete from tenant.audit_event where (tenant_id, id) in (select tenant_id, event_id"
            + " from tenant.audit_leaf where position = "
            + place
            + " and tenant_id = '"
            + tenant.id()
            + "')");
    assertThat(AuditBundles.verify(tenant.api(), bundles.whole(tenant.api())).findings())
        .extracting(Finding::code, Finding::index)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("removed", place));
  }

  private void saidByBoth(Api api, Path bundle) throws Exception {
    Path key = Files.writeString(folder.resolve("kept.pem"), AuditBundles.pem(api));
    Terminal.Ended ended =
        Terminal.in(folder).run("audit", "verify", bundle.toString(), "--key", key.toString());
    assertThat(ended.is(7).out()).contains("certificates are the leaves");
    assumeThat(Script.isThere()).isTrue();
    assertThat(Script.verify(bundle, key)).contains("certificates are the leaves");
  }

  @Test
  void whatAPolicyWantsApprovedWaitsForASecondPerson() throws Exception {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    tenant
        .api()
        .put(
            "/api/compliance/retention/audit_events",
            Body.of("days", 400, "requires_approval", true))
        .is(200);
    try (Connection superuser = Database.asAdministrator()) {
      OldEvents.add(superuser, tenant, "2015-05", 2, null);
      AuditBundles.checkpoint(tenant.api());
      assertThat(run(tenant, false)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).isEqualTo(2);
      String plan = tenant.api().get(PLANS + "?status=waiting").is(200).each("id").get(0);
      String approve = PLANS + "/" + plan + "/approve";
      tenant.api().post(approve, "{}").isProblem(409, "second_person_required");
      tenant.as("analyst").post(approve, "{}").isProblem(403, "permission_required");
      tenant.withKey("compliance:admin").post(approve, "{}").isProblem(403, "people_only");
      Fixtures.tenant().api().post(approve, "{}").isProblem(404, "not_found");
      tenant.api().post(PLANS + "/" + plan + "/reject", Body.of("comment", "Not yet")).is(200);
      assertThat(run(tenant, false)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).isEqualTo(2);
      Api second = tenant.newUser("tenant_admin").api();
      second.post(approve, "{}").is(200);
      second.post(approve, "{}").isProblem(409, "plan_decided");
      assertThat(run(tenant, false)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).isZero();
    }
  }

  @Test
  void aPlanIsNotCarriedOutWhenThePolicyKeepsTheMonthAgain() throws Exception {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    String policy = "/api/compliance/retention/audit_events";
    tenant.api().put(policy, Body.of("days", 400, "requires_approval", true)).is(200);
    try (Connection superuser = Database.asAdministrator()) {
      OldEvents.add(superuser, tenant, "2015-08", 2, null);
      AuditBundles.checkpoint(tenant.api());
      assertThat(run(tenant, false)).isEqualTo("completed");
      Api second = tenant.newUser("tenant_admin").api();
      String plan = tenant.api().get(PLANS + "?status=waiting").is(200).each("id").get(0);
      second.post(PLANS + "/" + plan + "/approve", "{}").is(200);
      second.put(policy, Body.of("days", 36525, "requires_approval", true)).is(200);
      assertThat(run(tenant, false)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).isEqualTo(2);
      assertThat(tenant.api().get(PLANS + "/" + plan).is(200).string("status"))
          .isEqualTo("withdrawn");
    }
  }

  @Test
  void anArchiveThatDoesNotVerifyLetsNothingGo() throws Exception {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    try (Connection superuser = Database.asAdministrator()) {
      OldEvents.add(superuser, tenant, "2015-06", 3, null);
      AuditBundles.checkpoint(tenant.api());
      Database.run(
          superuser,
          "update tenant.audit_event set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), '\"n\":2', '\"n\":9'), 'UTF8')"
              + " where recorded_at < '2020-01-01' and tenant_id = '"
              + tenant.id()
              + "'");
      assertThat(run(tenant, false)).isEqualTo("failed");
      assertThat(OldEvents.left(superuser, tenant)).isEqualTo(3);
      assertThat(tenant.api().get(ARCHIVES).is(200).items()).isEmpty();
      assertThat(tenant.api().get("/api/audit-logs?action=retention.certified").is(200).items())
          .isEmpty();
    }
  }

  @Test
  void theServerCanRemoveNothingThatIsNotCertified() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    try (Connection superuser = Database.asAdministrator()) {
      OldEvents.add(superuser, tenant, "2015-07", 2, null);
      AuditBundles.checkpoint(tenant.api());
      superuser.setAutoCommit(false);
      Database.run(superuser, "set local role freehold_app");
      Database.run(superuser, "set local app.tenant_id = '" + tenant.id() + "'");
      // A server that says itself what is certified: by a sealed event that is no certificate, and
      // by one whose bytes are another's.
      String forged =
          "replace(convert_from(leaf, 'UTF8'), 'project.created', 'retention.certified')";
      Database.run(
          superuser,
          "insert into tenant.audit_certificate (tenant_id, event_id, leaf) select tenant_id, id, case"
              + " when row_number() over (order by id) = 1 then convert_to("
              + forged
              + ", 'UTF8') else leaf end from tenant.audit_event where recorded_at < '2020-01-01'");
      Database.run(
          superuser,
          "insert into tenant.audit_removed (tenant_id, first_place, behind, event_id)"
              + " select tenant_id, 0, 1000000, event_id from tenant.audit_certificate");
      assertThat(
              Database.texts(
                  superuser,
                  "select tenant.remove_certified_events('00000000-0000-7000-8000-000000000000',"
                      + " 'ffffffff-ffff-7fff-bfff-ffffffffffff', 100)"))
          .containsExactly("0");
      superuser.rollback();
    }
  }

  private static String run(TestTenant tenant, boolean dry) {
    Api operator = Fixtures.operator();
    Answer run =
        operator
            .post(
                "/api/jobs/retention-cleanup/runs",
                "{\"parameters\":{\"tenant_slug\":\"%s\",\"dry_run\":%s}}"
                    .formatted(tenant.slug(), dry))
            .is(202);
    return Await.until(
        Duration.ofSeconds(60),
        () -> operator.get("/api/jobs/runs/" + run.id()).is(200).string("status"),
        seen -> !List.of("queued", "running").contains(seen));
  }
}
