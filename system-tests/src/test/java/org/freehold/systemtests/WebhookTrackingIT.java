package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sent is found again, and what did not arrive is explained. */
class WebhookTrackingIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String UNKNOWN = "00000000-0000-7000-8000-00000000abcd";

  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void whatWasSentIsFoundByTypeTimeEndpointAndStatus() {
    String endpoint = endpoint("events", List.of("project.*"));
    Instant before = Instant.now();
    String message = message(tenant.project());
    deliveredTo(endpoint);
    Instant after = Instant.now().plusSeconds(1);
    String between = "&from=" + before.minusSeconds(1) + "&to=" + after;
    String deliveries = "/api/webhooks/deliveries?endpoint_id=" + endpoint + "&type=";
    assertThat(found(deliveries + "project.created&status=delivered" + between)).hasSize(1);
    assertThat(found(deliveries + "task.created" + between)).isEmpty();
    assertThat(found(deliveries + "project.created&status=pending")).isEmpty();
    assertThat(found(deliveries + "project.created&from=" + after)).isEmpty();
    assertThat(found(deliveries + "project.created&to=" + before.minusSeconds(60))).isEmpty();
    String messages = "/api/webhooks/messages?type=project.created";
    assertThat(found(messages + between)).contains(message);
    assertThat(found(messages + "&from=" + after)).isEmpty();
    tenant.api().get(messages + "&from=" + after + "&to=" + before).isProblem(400, "invalid");
  }

  @Test
  void aMessageIsToldWithItsBodyAndADeliveryWithItsAttemptAndNoSecret() {
    Answer made =
        tenant
            .api()
            .post(
                "/api/webhooks/endpoints",
                Body.of("url", receiver.url(), "headers", Body.json("{\"X-Token\":\"hush-8812\"}")))
            .is(201);
    String message = message(tenant.project());
    deliveredTo(made.id());
    JsonObject told = tenant.api().get("/api/webhooks/messages/" + message).is(200).json();
    assertThat(told.getJsonObject("body").getString("type")).isEqualTo("project.created");
    assertThat(told.getJsonObject("deliveries").getInt("delivered")).isEqualTo(1);
    Answer list = tenant.api().get("/api/webhooks/deliveries?message_id=" + message).is(200);
    JsonObject attempt = list.items().get(0).getJsonArray("attempts").getJsonObject(0);
    assertThat(attempt.getInt("number")).isEqualTo(1);
    assertThat(attempt.getInt("status_code")).isEqualTo(204);
    assertThat(attempt.getString("node")).isNotBlank();
    String signature =
        receiver.of("project.created").get(0).headers().get("Webhook-signature").get(0);
    assertThat(list.text())
        .doesNotContain("hush-8812", made.string("secret"), signature.substring(3));
  }

  @Test
  void listsAreTablesTooAndAttemptsAreFoundByWhatWentWrong() {
    Instant before = Instant.now().minusSeconds(1);
    String heard = endpoint();
    String message = message(tenant.project("name", "=1+1, or \"so\""));
    String delivery = deliveredTo(heard);
    receiver.answers(503);
    String deaf = endpoint("events", List.of("task.*"), "max_retries", 0);
    tenant.task(tenant.project());
    String attempts = "/api/webhooks/attempts?endpoint_id=" + deaf + "&error=server_error";
    List<JsonObject> failed =
        Await.until(SOON, () -> tenant.api().get(attempts).is(200).items(), all -> !all.isEmpty());
    assertThat(failed.get(0).getString("type")).isEqualTo("task.created");
    assertThat(failed.get(0).getInt("status_code")).isEqualTo(503);
    assertThat(found("/api/webhooks/attempts?error=dns")).isEmpty();
    assertThat(found("/api/webhooks/attempts?delivery_id=" + delivery)).hasSize(1);
    assertThat(found("/api/webhooks/attempts?to=" + before)).isEmpty();
    assertThat(found("/api/webhooks/attempts?limit=1&from=" + before)).hasSize(1);

    Answer table = tenant.api().get("/api/webhooks/messages?format=csv").is(200);
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.header("Content-Disposition"))
        .isEqualTo("attachment; filename=webhook-messages.csv");
    assertThat(table.text().lines())
        .startsWith("id,type,created_at")
        .anyMatch(line -> line.startsWith(message + ",project.created,20"));
    assertThat(
            tenant
                .api()
                .get("/api/webhooks/deliveries?limit=1&format=csv&endpoint_id=" + heard)
                .is(200)
                .text()
                .lines())
        .as("all rows, whatever the limit of a page")
        .hasSizeGreaterThan(2)
        .anyMatch(line -> line.startsWith(delivery + "," + message + "," + heard));
    assertThat(tenant.api().get(attempts + "&format=csv").is(200).text())
        .contains(",503,server_error,");
    tenant.api().get("/api/webhooks/messages?format=xml").isProblem(400, "invalid");
  }

  @Test
  void everyReasonIsToldInWordsAndCodes() {
    String heard = endpoint("events", List.of("project.*"));
    String deaf = endpoint("events", List.of("task.*"));
    String picky =
        endpoint(
            "filters", Body.json("[{\"path\":\"data.name\",\"op\":\"eq\",\"value\":\"Other\"}]"));
    String elsewhere = endpoint("workspace_id", tenant.workspace());
    String paused = endpoint();
    status(paused, "paused");
    String message = message(tenant.project());
    deliveredTo(heard);
    String late = endpoint();
    assertThat(explained(message, heard, "delivered", "delivered")).contains("answered 204");
    assertThat(explained(message, deaf, "not_wanted", "type_not_wanted")).contains("task.*");
    assertThat(explained(message, picky, "not_wanted", "filter_not_matched"))
        .contains("data.name eq \"Other\"");
    explained(message, elsewhere, "not_wanted", "other_workspace");
    explained(message, paused, "skipped", "endpoint_paused");
    explained(message, late, "not_wanted", "endpoint_created_later");
    tenant.api().patch("/api/webhooks/endpoints/" + deaf, Body.of("events", List.of("*"))).is(200);
    explained(message, deaf, "not_wanted", "endpoint_changed_since");
    explained(UNKNOWN, heard, "unknown", "message_unknown");
    explained(message, UNKNOWN, "unknown", "endpoint_unknown");
    tenant.api().get("/api/webhooks/explain?message_id=" + message).isProblem(400, "invalid");
    tenant
        .as("viewer")
        .get("/api/webhooks/explain?message_id=" + message + "&endpoint_id=" + heard)
        .isProblem(403, "permission_required");
  }

  @Test
  void whatFailsIsExplainedWithTheLastErrorAndTheNextAttempt() {
    receiver.answers(503);
    String patient =
        endpoint("retry_schedule_seconds", List.of(3600), "events", List.of("project.created"));
    String hasty = endpoint("max_retries", 0, "events", List.of("project.created"));
    String message = message(tenant.project());
    assertThat(Why.sentence(tenant.api(), message, hasty, "retries_exhausted"))
        .contains("the receiver answered 503");
    explained(message, hasty, "exhausted", "retries_exhausted");
    assertThat(Why.sentence(tenant.api(), message, patient, "waiting_for_retry"))
        .contains("the receiver answered 503", "The next is due at ");
    status(patient, "disabled");
    explained(message, patient, "pending", "endpoint_disabled");
    tenant.api().delete("/api/webhooks/endpoints/" + patient).is(204);
    explained(message, patient, "pending", "endpoint_deleted");
    tenant.api().delete("/api/webhooks/endpoints/" + hasty).is(204);
    assertThat(Why.told(tenant.api(), message, hasty).json().getJsonArray("checks").toString())
        .contains("It was deleted since.");
  }

  @Test
  void aMessageOfAnotherTenantIsUnknown() {
    String endpoint = endpoint();
    String message = message(tenant.project());
    Api foreign = Fixtures.tenant().api();
    Answer told = Why.told(foreign, message, endpoint);
    assertThat(told.string("code")).isEqualTo("message_unknown");
    assertThat(told.text().replace(message, UNKNOWN).replace(endpoint, UNKNOWN))
        .isEqualTo(Why.told(foreign, UNKNOWN, UNKNOWN).text());
  }

  @Test
  void theLedgerBalances() {
    String endpoint = endpoint();
    String paused = endpoint();
    status(paused, "paused");
    tenant.project();
    deliveredTo(endpoint);
    JsonObject ledger =
        Await.until(
                SOON,
                () -> tenant.api().get("/api/webhooks/ledger").is(200),
                one -> one.json().getInt("pending") == 0)
            .json();
    assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
    assertThat(ledger.getInt("delivered")).isPositive();
    assertThat(ledger.getInt("skipped")).isPositive();
    assertThat(ledger.getInt("created"))
        .isEqualTo(
            ledger.getInt("delivered") + ledger.getInt("exhausted") + ledger.getInt("skipped"));
    JsonObject messages = ledger.getJsonObject("messages");
    assertThat(messages.getInt("created"))
        .isEqualTo(messages.getInt("spread") + messages.getInt("unspread"));
    tenant.as("viewer").get("/api/webhooks/ledger").isProblem(403, "permission_required");
  }

  @Test
  void alarmsAreForOperatorsOnly() {
    Fixtures.operator().get("/api/admin/webhooks/alarms").is(200);
    tenant.api().get("/api/admin/webhooks/alarms").isProblem(404, "not_found");
    tenant.as("viewer").get("/api/admin/webhooks/alarms").isProblem(403, "permission_required");
  }

  private String endpoint(Object... members) {
    Object[] all = new Object[members.length + 2];
    all[0] = "url";
    all[1] = receiver.url();
    System.arraycopy(members, 0, all, 2, members.length);
    return tenant.api().post("/api/webhooks/endpoints", Body.of(all)).is(201).id();
  }

  private void status(String endpoint, String status) {
    tenant.api().patch("/api/webhooks/endpoints/" + endpoint, Body.of("status", status)).is(200);
  }

  /** The message that told of the project, when its deliveries are made. */
  private String message(String project) {
    return Await.until(
            SOON,
            () -> tenant.api().get("/api/webhooks/messages?type=project.created&limit=1").is(200),
            page ->
                !page.items().isEmpty()
                    && tenant
                        .api()
                        .get("/api/webhooks/messages/" + page.each("id").get(0))
                        .is(200)
                        .text()
                        .contains(project)
                    && !tenant
                        .api()
                        .get("/api/webhooks/messages/" + page.each("id").get(0))
                        .is(200)
                        .isNull("spread_at"))
        .each("id")
        .get(0);
  }

  private String deliveredTo(String endpoint) {
    return Await.until(
            SOON,
            () -> found("/api/webhooks/deliveries?status=delivered&endpoint_id=" + endpoint),
            ids -> !ids.isEmpty())
        .get(0);
  }

  private List<String> found(String path) {
    return tenant.api().get(path).is(200).each("id");
  }

  private String explained(String message, String endpoint, String outcome, String code) {
    Answer told = Why.told(tenant.api(), message, endpoint);
    assertThat(told.string("outcome")).as(told.text()).isEqualTo(outcome);
    assertThat(told.string("code")).isEqualTo(code);
    return told.string("sentence");
  }
}
