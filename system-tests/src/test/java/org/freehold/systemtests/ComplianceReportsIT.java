package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over a trail with planted violations: each is found, and nothing besides. */
@Patient
class ComplianceReportsIT {
  private static TestTenant tenant;
  private static ComplianceDesk desk;
  private static PlantedViolations planted;

  @BeforeAll
  static void plant() throws Exception {
    tenant = Fixtures.tenant();
    desk = ComplianceDesk.of(tenant);
    planted = PlantedViolations.in(tenant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOC2", "HIPAA", "GDPR", "ISO27001", "PCI_DSS"})
  void eachFrameworkFindsWhatWasPlantedAndNothingElse(String framework) {
    JsonObject report = desk.made(framework, planted.from, planted.to);
    JsonObject results = desk.document(report).getJsonObject("results");
    assertThat(results.getJsonObject("trail").getBoolean("proved")).isTrue();
    Map<String, List<String>> found = new TreeMap<>();
    TreeSet<String> failed = new TreeSet<>();
    for (JsonObject answer : objects(results.getJsonArray("answers"))) {
      List<String> events = events(answer.getJsonArray("listed"));
      assertThat(answer.getInt("exceptions")).isEqualTo(events.size());
      if (!events.isEmpty()) {
        found.put(answer.getString("id"), events);
        failed.add(answer.getString("id"));
      }
    }
    Map<String, List<String>> expected = new TreeMap<>(planted.exceptions);
    TreeSet<String> asked = new TreeSet<>();
    objects(results.getJsonArray("answers")).forEach(answer -> asked.add(answer.getString("id")));
    expected.keySet().retainAll(asked);
    assertThat(found).containsExactlyEntriesOf(expected);
    for (JsonObject control : objects(results.getJsonArray("controls"))) {
      boolean violated =
          control.getJsonArray("questions").stream()
              .map(id -> ((JsonString) id).getString())
              .anyMatch(failed::contains);
      assertThat(control.getString("verdict").equals("not-satisfied"))
          .as(control.toString())
          .isEqualTo(violated);
    }
  }

  @Test
  void theSameReportTwiceHasTheSameFiguresByteForByte() {
    JsonObject first = desk.document(desk.made("PCI_DSS", planted.from, planted.to));
    Fixtures.project(tenant.api());
    JsonObject second = desk.document(desk.made("PCI_DSS", planted.from, planted.to));
    assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
    assertThat(second.getJsonObject("results").toString())
        .isEqualTo(first.getJsonObject("results").toString());
    assertThat(second.getString("result_hash")).isEqualTo(first.getString("result_hash"));
  }

  @Test
  void whatTheProductItselfRecordsIsInOrder() {
    TestTenant lively = Fixtures.tenant();
    ComplianceDesk own = ComplianceDesk.of(lively);
    lively.user("developer");
    lively.apiKey("role", "viewer");
    lively.project();
    lively.team();
    Api product = lively.withKey("audit:write");
    for (String id : List.of("order-42", UUID.randomUUID().toString().toUpperCase(Locale.ROOT))) {
      product
          .post(
              "/api/audit-logs",
              Body.of("action", "shop:order.sent", "resource_type", "order", "resource_id", id))
          .is(200);
    }
    // The product's own refusals are no attempts on Freehold.
    for (int i = 0; i < 10; i++) {
      product
          .post("/api/audit-logs", "{\"action\":\"shop:cart.opened\",\"success\":false}")
          .is(200);
    }
    product.post("/api/audit-logs", "{\"action\":\"shop:cart.opened\"}").is(200);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    JsonObject results =
        own.document(own.made("PCI_DSS", now.minus(1, ChronoUnit.DAYS), now))
            .getJsonObject("results");
    for (JsonObject answer : objects(results.getJsonArray("answers"))) {
      assertThat(answer.getInt("exceptions")).as(answer.toString()).isZero();
    }
    assertThat(results.getJsonObject("trail").getBoolean("proved")).isTrue();
  }

  @Test
  void aTamperedTrailGivesNoReportInSilence() throws Exception {
    TestTenant victim = Fixtures.tenant();
    ComplianceDesk own = ComplianceDesk.of(victim);
    PlantedViolations there = PlantedViolations.in(victim);
    JsonObject before = own.made("GDPR", there.from, there.to);
    assertThat(before.getBoolean("proved")).isTrue();
    try (Connection superuser = Database.asAdministrator()) {
      String exception = there.exceptions.get("Q31").get(0);
      String event = " where tenant_id = '" + victim.id() + "' and id = '" + exception + "'";
      // The exception of a question is made to look as if it were in order.
      Database.run(
          superuser,
          "update tenant.audit_event set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'http:', 'https:'), 'UTF8')"
              + event);
      JsonObject changed = own.made("GDPR", there.from, there.to);
      failsWith(own, changed, "changed", exception);
      Database.run(
          superuser,
          "update tenant.audit_event set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'https:', 'http:'), 'UTF8')"
              + event);
      assertThat(own.made("GDPR", there.from, there.to).getBoolean("proved")).isTrue();
      // Beside the event it is made another, so that no question finds it.
      Database.run(superuser, "update tenant.audit_event set action = 'project.updated'" + event);
      failsWith(own, own.made("GDPR", there.from, there.to), "columns", exception);
      Database.run(superuser, "update tenant.audit_event set leaf = '\\xff'" + event);
      failsWith(own, own.made("GDPR", there.from, there.to), "changed", exception);
      Database.run(superuser, "delete from tenant.audit_event" + event);
      failsWith(own, own.made("GDPR", there.from, there.to), "removed", exception);
    }
  }

  private static void failsWith(ComplianceDesk own, JsonObject report, String kind, String event) {
    assertThat(report.getBoolean("proved")).isFalse();
    assertThat(report.getJsonObject("summary").getInt("satisfied")).isZero();
    JsonObject trail = own.document(report).getJsonObject("results").getJsonObject("trail");
    assertThat(trail.getInt("damaged")).isEqualTo(1);
    JsonObject damage = trail.getJsonArray("damage").getJsonObject(0);
    assertThat(damage.getString("kind")).isEqualTo(kind);
    assertThat(damage.getString("event")).isEqualTo(event);
    assertThat(own.api().get(own.file(report, "html")).is(200).text()).contains("THE PROOF FAILS");
  }

  @Test
  void auditorsProveAnExceptionAndDrawTheSampleThemselves() throws Exception {
    JsonObject document = desk.document(desk.made("ISO27001", planted.from, planted.to));
    JsonObject results = document.getJsonObject("results");
    JsonObject trail = results.getJsonObject("trail");
    byte[] root = Base64.getDecoder().decode(trail.getString("root"));
    long size = trail.getJsonNumber("end").longValueExact();
    JsonObject leaver = ComplianceDesk.answer(document, "Q16");
    for (JsonObject one : objects(leaver.getJsonArray("listed"))) {
      assertThat(
              MerkleTree.verifyInclusion(
                  one.getJsonNumber("position").longValueExact(),
                  size,
                  Base64.getDecoder().decode(one.getString("leaf_hash")),
                  hashes(one.getJsonArray("inclusion")),
                  root))
          .isTrue();
    }
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(document.getString("checkpoint")).text());
    assertThat(
            MerkleTree.verifyConsistency(
                size,
                checkpoint.size(),
                hashes(document.getJsonArray("consistency")),
                root,
                checkpoint.root()))
        .isTrue();
    JsonObject clocks = ComplianceDesk.answer(document, "Q14");
    assertThat(events(clocks.getJsonArray("sample")))
        .hasSize(25)
        .isEqualTo(drawn(root, "Q14", clocks.getInt("population")));
  }

  /** As docs/audit/reports.md tells it: the smallest hashes of root, question and event. */
  private static List<String> drawn(byte[] root, String question, int population) throws Exception {
    try (Connection superuser = Database.asAdministrator()) {
      List<String> all =
          Database.texts(
              superuser,
              "select e.id from tenant.audit_event e where tenant_id = '"
                  + tenant.id()
                  + "' and id >= tenant.first_uuid_of('"
                  + planted.from
                  + "') and id < tenant.first_uuid_of('"
                  + planted.to
                  + "')");
      assertThat(all).hasSize(population);
      TreeMap<String, String> byHash = new TreeMap<>();
      for (String event : all) {
        UUID id = UUID.fromString(event);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(root);
        sha256.update(question.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        byHash.put(HexFormat.of().formatHex(sha256.digest(bytes.array())), event);
      }
      return byHash.values().stream().limit(25).toList();
    }
  }

  private static List<byte[]> hashes(JsonArray encoded) {
    return encoded.stream()
        .map(one -> Base64.getDecoder().decode(((JsonString) one).getString()))
        .toList();
  }

  @Test
  void filesAreHandedOutInEachFormat() {
    JsonObject report = desk.made("HIPAA", planted.from, planted.to);
    Api api = tenant.api();
    Answer html = api.get(desk.file(report, "html")).is(200);
    assertThat(html.header("Content-Type")).startsWith("text/html");
    assertThat(html.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"hipaa-%s-%s-%s.html\""
                .formatted(
                    tenant.slug(),
                    planted.from.toString().substring(0, 10),
                    planted.to.toString().substring(0, 10)));
    assertThat(html.text()).contains("164.312(a)(2)(iii)", "not attestable");
    assertThat(api.get(desk.file(report, "csv")).is(200).text()).startsWith("control,title,");
    assertThat(Oscal.faults(api.get(desk.file(report, "oscal")).is(200).text())).isEmpty();
    byte[] pdf = api.bytes("GET", desk.file(report, "pdf")).body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    api.get(desk.file(report, "docx")).is(400);
  }

  @Test
  void reportsAreAskedForWithinLimitsAndByWhoMay() {
    Api api = tenant.api();
    Instant now = Instant.now();
    assertThat(wish(api, now.minusSeconds(60), now.plusSeconds(60)).is(400).faults())
        .containsExactly("/to future");
    assertThat(wish(api, now, now.minusSeconds(60)).is(400).faults()).containsExactly("/to range");
    assertThat(wish(api, now.minus(1_200, ChronoUnit.DAYS), now).is(400).faults())
        .containsExactly("/from range");
    wish(tenant.as("viewer"), now.minusSeconds(60), now).is(403);
    tenant.as("viewer").get(ComplianceDesk.REPORTS).is(403);
    wish(tenant.as("analyst"), now.minusSeconds(60), now).is(403);
    tenant.as("analyst").get(ComplianceDesk.REPORTS).is(200);
  }

  private static Answer wish(Api api, Instant from, Instant to) {
    return api.post(
        ComplianceDesk.REPORTS,
        Body.of("framework", "SOC2", "from", from.toString(), "to", to.toString()));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonValue::asJsonObject).toList();
  }

  private static List<String> events(JsonArray listed) {
    return objects(listed).stream().map(one -> one.getString("event")).toList();
  }
}
