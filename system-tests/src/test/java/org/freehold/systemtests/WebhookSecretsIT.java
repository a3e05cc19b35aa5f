package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a secret takes the place of another, and tests of endpoints, which can end that. */
class WebhookSecretsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ENDPOINTS = "/api/webhooks/endpoints";

  private final TestTenant tenant = Fixtures.tenant();
  private Receiver receiver;
  private Answer endpoint;

  @BeforeEach
  void register() throws IOException {
    receiver = new Receiver();
    endpoint =
        tenant
            .api()
            .post(ENDPOINTS, Body.of("url", receiver.url(), "events", List.of("project.created")))
            .is(201);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aTestThatArrivesEndsTheOverlap() throws Exception {
    String old = endpoint.string("secret");
    String renewed = renew(86_400);
    tenant.project();
    Receiver.Received both = received("project.created", 1);
    both.verify(old);
    both.verify(renewed);
    assertThat(both.headers().get("Webhook-signature")).as("in one line").hasSize(1);
    assertThat(both.headers().get("Webhook-signature").get(0).split(" ")).hasSize(2);

    tenant.api().post(endpoint.place() + "/test", "").is(202);

    Receiver.Received test = received("webhook.test", 1);
    test.verify(renewed);
    refuses(test, old);
    JsonObject rotation =
        Await.until(SOON, this::rotation, now -> now.get("accepted_at") != JsonValue.NULL);
    assertThat(rotation.get("previous_expires_at")).isEqualTo(JsonValue.NULL);
    assertThat(actions()).contains("webhook_endpoint.new_secret_accepted");
    tenant.project();
    Receiver.Received after = received("project.created", 2);
    after.verify(renewed);
    refuses(after, old);
  }

  @Test
  void aTestThatIsRefusedEndsNothing() throws Exception {
    String old = endpoint.string("secret");
    renew(86_400);
    receiver.answers(500);
    Answer sent = tenant.api().post(endpoint.place() + "/test", "").is(202);
    Await.until(
        SOON,
        () -> tenant.api().get(sent.place()).is(200),
        delivery -> !delivery.json().getJsonArray("attempts").isEmpty());
    receiver.answers(204);
    tenant.project();
    received("project.created", 1).verify(old);
    assertThat(rotation().get("accepted_at")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void theOldSecretIsDestroyedWhenItsTimeIsOver() throws Exception {
    String old = endpoint.string("secret");
    String renewed = renew(1);
    Await.until(
        SOON,
        () -> tenant.api().get(endpoint.place()).is(200),
        now -> now.isNull("secret_rotation"));
    assertThat(actions()).contains("webhook_endpoint.old_secret_expired");
    tenant.project();
    Receiver.Received message = received("project.created", 1);
    message.verify(renewed);
    refuses(message, old);
  }

  @Test
  void aTestIsTheExampleOfATypeWhateverTheEndpointWants() throws Exception {
    tenant
        .api()
        .post(
            "/api/webhooks/event-types",
            Body.of("type", "order.paid", "description", "An order was paid."))
        .is(201);
    for (String type : List.of("task.completed", "order.paid")) {
      Answer sent =
          tenant.api().post(endpoint.place() + "/test", Body.of("event_type", type)).is(202);
      assertThat(sent.string("type")).isEqualTo(type);
      received(type, 1).verify(endpoint.string("secret"));
    }
    assertThat(
            tenant
                .api()
                .post(endpoint.place() + "/test", Body.of("event_type", "order.sent"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/event_type unknown");
    tenant.as("viewer").post(endpoint.place() + "/test", "").isProblem(403, "permission_required");
    tenant.api().patch(endpoint.place(), Body.of("status", "paused")).is(200);
    tenant.api().post(endpoint.place() + "/test", "").isProblem(409, "endpoint_not_enabled");
  }

  private String renew(int overlapSeconds) {
    return tenant
        .api()
        .post(endpoint.place() + "/secret", Body.of("overlap_seconds", overlapSeconds))
        .is(200)
        .string("secret");
  }

  private JsonObject rotation() {
    return tenant.api().get(endpoint.place()).is(200).json().getJsonObject("secret_rotation");
  }

  private List<String> actions() {
    return tenant.api().get("/api/audit-logs?limit=200").is(200).each("action");
  }

  private Receiver.Received received(String type, int count) {
    return Await.until(SOON, () -> receiver.of(type), all -> all.size() >= count).get(count - 1);
  }

  private static void refuses(Receiver.Received message, String secret) {
    assertThatThrownBy(() -> message.verify(secret))
        .isInstanceOf(WebhookVerificationException.class);
  }
}
