package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator demands it, a receiver agrees before anything is sent to it. */
class WebhookConsentIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** The host of the installation's public URL. */
  private static final String ORIGIN = "localhost";

  private static final String ENDPOINTS = "/api/webhooks/endpoints";

  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = Receiver.at(Installation.CONSENTING);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aReceiverThatAgreesIsCalledAsItWishes() throws Exception {
    receiver.consents(Map.of("WebHook-Allowed-Origin", ORIGIN, "WebHook-Allowed-Rate", "600"));
    Answer made = create("rate_limit_per_second", 20, "headers", Body.json("{\"X-Token\":\"t\"}"));
    JsonObject consent = consent(made, "granted");
    assertThat(consent.getInt("rate_per_minute")).isEqualTo(600);
    assertThat(receiver.questions()).hasSize(1);
    assertThat(receiver.questions().get(0))
        .containsEntry("Webhook-request-origin", List.of(ORIGIN))
        .containsEntry("Webhook-request-rate", List.of("1200"))
        .doesNotContainKeys("X-token", "Webhook-signature");
    tenant.project();
    Receiver.Received message = first("project.created");
    message.verify(made.string("secret"));
    assertThat(message.headers())
        .containsEntry("Webhook-request-origin", List.of(ORIGIN))
        .containsEntry("X-token", List.of("t"));
    tenant.api().post(made.place() + "/test").is(202);
    assertThat(actions()).contains("webhook_endpoint.consent_answered");
  }

  @Test
  void oneThatDoesNotAgreeHearsNothingUntilItDoes() {
    Answer made = create("redrive", true);
    assertThat(consent(made, "refused").getString("detail")).contains("WebHook-Allowed-Origin");
    tenant.project();
    JsonObject skipped = delivery(made, "skipped");
    assertThat(skipped.getString("reason")).isEqualTo("no_consent");
    tenant.api().post(made.place() + "/test").isProblem(409, "endpoint_not_consented");
    tenant
        .api()
        .post("/api/webhooks/deliveries/" + skipped.getString("id") + "/replay")
        .isProblem(409, "endpoint_not_consented");
    assertThat(Why.code(tenant.api(), skipped.getString("message_id"), made.id()))
        .isEqualTo("no_consent");
    assertThat(receiver.all()).isEmpty();

    receiver.consents(Map.of("WebHook-Allowed-Origin", "*"));
    Answer asked = tenant.api().post(made.place() + "/consent").is(202);
    assertThat(asked.json().getJsonObject("consent").getString("status")).isEqualTo("asked");
    consent(made, "granted");
    assertThat(first("project.created")).as("what it missed, as it wishes that").isNotNull();
  }

  @Test
  void anotherUrlIsAskedAnewAndWhatIsDueWaits() throws IOException {
    receiver.consents(Map.of("WebHook-Allowed-Origin", "*"));
    try (Receiver free = new Receiver()) {
      Answer made = tenant.api().post(ENDPOINTS, Body.of("url", free.url())).is(201);
      assertThat(made.isNull("consent")).as("not demanded there").isTrue();
      tenant.api().patch(made.place(), Body.of("url", receiver.url())).is(200);
      tenant.project();
      first("project.created");
      consent(made, "granted");
      assertThat(receiver.questions()).hasSize(1);
      tenant.api().patch(made.place(), Body.of("description", "The same URL")).is(200);
      consent(made, "granted");
      tenant.api().patch(made.place(), Body.of("url", free.url())).is(200);
      assertThat(tenant.api().get(made.place()).is(200).isNull("consent")).isTrue();
      assertThat(receiver.questions()).hasSize(1);
    }
  }

  /** Whoever owns a name may lead it elsewhere after it was registered. */
  @Test
  void whereTheNameLeadsLaterNothingIsSentBeforeItsReceiverAgrees() {
    String name = Fixtures.unique("receiver") + ".example";
    HostNames.leads(name, "127.0.0.1");
    String url = receiver.url().replace(Installation.CONSENTING, name);
    Answer made = tenant.api().post(ENDPOINTS, Body.of("url", url)).is(201);
    assertThat(made.isNull("consent")).as("not demanded there").isTrue();
    HostNames.leads(name, Installation.CONSENTING);
    tenant.project();
    JsonObject attempt =
        Await.until(
                SOON,
                () ->
                    tenant
                        .api()
                        .get("/api/webhooks/attempts?error=no_consent&endpoint_id=" + made.id())
                        .is(200)
                        .items(),
                all -> !all.isEmpty())
            .get(0);
    assertThat(attempt.getString("ip_address")).isEqualTo(Installation.CONSENTING);
    consent(made, "refused");
    assertThat(receiver.questions()).hasSize(1);
    assertThat(receiver.all()).isEmpty();
    receiver.consents(Map.of("WebHook-Allowed-Origin", ORIGIN));
    tenant.api().post(made.place() + "/consent").is(202);
    consent(made, "granted");
    assertThat(Why.sentence(tenant.api(), message(attempt), made.id(), "waiting_for_retry"))
        .contains("used up no attempt: the host lay in a network whose receivers must agree");
    String project = tenant.project();
    assertThat(first("project.created").body()).contains(project);
  }

  private String message(JsonObject attempt) {
    return tenant
        .api()
        .get("/api/webhooks/deliveries/" + attempt.getString("delivery_id"))
        .is(200)
        .string("message_id");
  }

  private Answer create(Object... members) {
    Object[] all = new Object[members.length + 2];
    all[0] = "url";
    all[1] = receiver.url();
    System.arraycopy(members, 0, all, 2, members.length);
    Answer made = tenant.api().post(ENDPOINTS, Body.of(all)).is(201);
    assertThat(made.json().getJsonObject("consent").getString("status")).isEqualTo("asked");
    return made;
  }

  private JsonObject consent(Answer endpoint, String status) {
    return Await.until(
        SOON,
        () -> tenant.api().get(endpoint.place()).is(200).json().getJsonObject("consent"),
        one -> one.getString("status").equals(status));
  }

  private JsonObject delivery(Answer endpoint, String status) {
    return Await.until(
            SOON,
            () ->
                tenant
                    .api()
                    .get(
                        "/api/webhooks/deliveries?endpoint_id="
                            + endpoint.id()
                            + "&status="
                            + status)
                    .is(200)
                    .json()
                    .getJsonArray("items"),
            all -> !all.isEmpty())
        .getJsonObject(0);
  }

  private List<String> actions() {
    return tenant
        .api()
        .get("/api/audit-logs?limit=200")
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(event -> event.getString("action"))
        .toList();
  }

  private Receiver.Received first(String type) {
    return Await.until(SOON, () -> receiver.of(type), all -> !all.isEmpty()).get(0);
  }
}
