package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product that is built on Freehold records into the trail of its tenant. */
class AuditRecordingIT {
  private static TestTenant tenant;
  private static Api product;

  @BeforeAll
  static void makeATenantWithAKeyForItsProduct() {
    tenant = Fixtures.tenant();
    product = tenant.withKey("audit:write", "audit:read");
  }

  private static JsonObject told(String id) {
    return product.get("/api/audit-logs?action=shop:*&limit=200").is(200).items().stream()
        .filter(event -> event.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEventOfTheProductIsToldAsItWasRecordedAndSealed() {
    TestUser buyer = tenant.newUser("viewer");
    String occurred = Instant.now().minus(Duration.ofHours(3)).toString();
    Answer recorded =
        product
            .post(
                "/api/audit-logs",
                """
                {"event_id":"order-1","action":"shop:order.cancelled","user_id":"%s","user_email":"%s",
                 "ip_address":"203.0.113.9","resource_type":"order","resource_id":"ord_17",
                 "occurred_at":"%s","severity":"ERROR","compliance_relevant":true,
                 "old_values":{"status":"paid","phone":"+49 30 1234"},"new_values":{"status":"cancelled"},
                 "personal":["phone"]}"""
                    .formatted(buyer.id(), buyer.email(), occurred))
            .is(200);
    assertThat(recorded.json().getBoolean("repeated")).isFalse();
    JsonObject event = told(recorded.id());
    assertThat(event.getString("action")).isEqualTo("shop:order.cancelled");
    assertThat(event.getString("user_id")).isEqualTo(buyer.id());
    assertThat(event.getString("user_email")).isEqualTo(buyer.email());
    assertThat(event.getString("ip_address")).isEqualTo("203.0.113.9");
    assertThat(event.getString("resource_id")).isEqualTo("ord_17");
    assertThat(event.getString("severity")).isEqualTo("ERROR");
    assertThat(event.getBoolean("compliance_relevant")).isTrue();
    assertThat(event.getBoolean("pii_accessed")).isTrue();
    assertThat(event.getString("recorded_by")).startsWith("api_key:");
    assertThat(
            Duration.between(Instant.parse(event.getString("occurred_at")), Instant.parse(occurred))
                .abs())
        .isLessThan(Duration.ofMillis(1));
    assertThat(event.getJsonObject("old_values").getString("phone")).isEqualTo("+49 30 1234");
    assertThat(event.getJsonObject("new_values").getString("status")).isEqualTo("cancelled");
    assertThat(product.get("/api/audit-logs?resource_type=order&resource_id=ord_17").each("id"))
        .containsExactly(recorded.id());
    assertThat(product.get("/api/audit-logs?user_id=" + buyer.id() + "&action=shop:*").each("id"))
        .containsExactly(recorded.id());
    JsonObject proof = product.get("/api/audit-logs/" + recorded.id() + "/proof").is(200).json();
    String leaf =
        new String(
            java.util.Base64.getDecoder().decode(proof.getString("leaf")),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(leaf)
        .contains("\"observer\":\"api_key:")
        .doesNotContain("+49 30 1234", buyer.email(), "203.0.113.9", buyer.id());
  }

  @Test
  void aRepeatedEventIsRecordedOnce() {
    String body =
        "{\"event_id\":\"again\",\"action\":\"shop:cart.emptied\",\"new_values\":{\"n\":1}}";
    String first = product.post("/api/audit-logs", body).is(200).id();
    Answer second = product.post("/api/audit-logs", body).is(200);
    assertThat(second.id()).isEqualTo(first);
    assertThat(second.json().getBoolean("repeated")).isTrue();
    product
        .post("/api/audit-logs", body.replace("\"n\":1", "\"n\":2"))
        .isProblem(409, "audit_event_id_reused");
    assertThat(product.get("/api/audit-logs?action=shop:cart.emptied").items()).hasSize(1);
    Api keyed = product.with("Idempotency-Key", Fixtures.unique("key"));
    String other = "{\"action\":\"shop:cart.filled\"}";
    assertThat(keyed.post("/api/audit-logs", other).is(200).id())
        .isEqualTo(keyed.post("/api/audit-logs", other).is(200).id());
    assertThat(product.get("/api/audit-logs?action=shop:cart.filled").items()).hasSize(1);
  }

  @Test
  void aBatchIsRecordedAsAWholeOrNotAtAll() {
    String events =
        IntStream.range(0, 100)
            .mapToObj(i -> "{\"event_id\":\"b-%d\",\"action\":\"shop:stock.counted\"}".formatted(i))
            .collect(Collectors.joining(","));
    Answer all = product.post("/api/audit-logs/batch", "{\"events\":[" + events + "]}").is(200);
    assertThat(all.each("id")).hasSize(100).doesNotHaveDuplicates();
    Answer again =
        product
            .post(
                "/api/audit-logs/batch",
                "{\"events\":[{\"event_id\":\"b-7\",\"action\":\"shop:stock.counted\"},"
                    + "{\"event_id\":\"b-new\",\"action\":\"shop:stock.counted\"}]}")
            .is(200);
    assertThat(again.each("id").get(0)).isEqualTo(all.each("id").get(7));
    assertThat(again.items().get(1).getBoolean("repeated")).isFalse();
    Answer refused =
        product
            .post(
                "/api/audit-logs/batch",
                "{\"events\":[{\"event_id\":\"half\",\"action\":\"shop:stock.lost\"},"
                    + "{\"action\":\"freehold:project.created\"}]}")
            .isProblem(400, "invalid");
    assertThat(refused.text()).contains("/events/1/action", "reserved");
    assertThat(product.get("/api/audit-logs?action=shop:stock.lost").items()).isEmpty();
    product
        .post(
            "/api/audit-logs/batch",
            "{\"events\":[" + events + ",{\"action\":\"shop:stock.counted\"}]}")
        .isProblem(400, "invalid");
  }

  @Test
  void whatTheTrailCannotHoldIsRefusedWithItsPlace() {
    String large = "x".repeat(33_000);
    for (String[] one :
        new String[][] {
          {"{\"action\":\"project.created\"}", "/action"},
          {"{\"action\":\"audit:x\"}", "/action"},
          {"{\"action\":\"shop:a\",\"occurred_at\":\"2020-01-01T00:00:00Z\"}", "/occurred_at"},
          {"{\"action\":\"shop:a\",\"occurred_at\":\"2090-01-01T00:00:00Z\"}", "/occurred_at"},
          {"{\"action\":\"shop:a\",\"user_email\":\"a@b.c\"}", "/user_email"},
          {"{\"action\":\"shop:a\",\"user_id\":\"" + UUID.randomUUID() + "\"}", "/user_id"},
          {
            "{\"action\":\"shop:a\",\"user_id\":\""
                + tenant.newUser("viewer").id()
                + "\",\"user_email\":\"a@b.c\"}",
            "/user_email"
          },
          {"{\"action\":\"shop:a\",\"success\":true,\"error\":\"x\"}", "/error"},
          {"{\"action\":\"shop:a\",\"resource_id\":\"7\"}", "/resource_type"},
          {
            "{\"action\":\"shop:a\",\"resource_type\":\"user\",\"resource_id\":\"7\"}",
            "/resource_id"
          },
          {"{\"action\":\"shop:a\",\"personal\":[\"email\"]}", "/personal"},
          {"{\"action\":\"shop:a\",\"project_id\":\"" + UUID.randomUUID() + "\"}", "/project_id"},
          {"{\"action\":\"shop:a\",\"new_values\":{\"a\":\"" + large + "\"}}", "/new_values"},
          {"{\"action\":\"shop:a\",\"new_values\":{\"a\":\"\\u0000\"}}", "/new_values/a"},
          {
            "{\"action\":\"shop:a\",\"old_values\":{\"a\":[{\"b\":\"\\ud800\"}]}}",
            "/old_values/a/0/b"
          },
          {"{\"action\":\"shop:a\",\"new_values\":{\"a\":{\"b\\u0000\":1}}}", "/new_values/a"},
          {"{\"action\":\"shop:a\",\"new_values\":{\"a\":1e999999999}}", "/new_values/a"},
          {"{\"action\":\"shop:a\",\"unknown\":1}", "/unknown"}
        }) {
      assertThat(product.post("/api/audit-logs", one[0]).isProblem(400, "invalid").text())
          .as(one[0].substring(0, Math.min(100, one[0].length())))
          .contains("\"" + one[1] + "\"");
    }
  }

  @Test
  void whoSeesAllProjectsCannotNameOneThatIsNotThere() {
    String event = "{\"action\":\"shop:a\",\"project_id\":\"%s\"}";
    tenant.api().post("/api/audit-logs", event.formatted(tenant.project())).is(200);
    assertThat(
            tenant
                .api()
                .post("/api/audit-logs", event.formatted(UUID.randomUUID()))
                .is(400)
                .faults())
        .containsExactly("/project_id unknown");
  }

  @Test
  void onlyWhoMayWriteRecordsAndOnlyInTheOwnTenant() {
    String body = "{\"action\":\"shop:a.b\"}";
    tenant.as("viewer").post("/api/audit-logs", body).isProblem(403, "permission_required");
    Api reading = tenant.withKey("audit:read");
    reading.post("/api/audit-logs", body).isProblem(403, "permission_required");
    TestTenant other = Fixtures.tenant();
    other.api().post("/api/audit-logs", body.replace("a.b", "theirs")).is(200);
    assertThat(product.get("/api/audit-logs?action=shop:theirs").items()).isEmpty();
    String project = other.project();
    product
        .post("/api/audit-logs", "{\"action\":\"shop:a\",\"project_id\":\"" + project + "\"}")
        .isProblem(400, "invalid");
    List<String> refusals =
        tenant.api().get("/api/audit-logs?action=audit.recorded&success=false").each("error");
    assertThat(refusals).contains("permission_required");
  }
}
