package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in a tenant reaches the systems that it named, signed. */
class WebhooksIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ENDPOINTS = "/api/webhooks/endpoints";

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
  void aChangeArrivesSignedAndIsRecorded() throws Exception {
    Answer endpoint =
        tenant
            .api()
            .post(ENDPOINTS, Body.of("url", receiver.url(), "events", Body.json("[\"project.*\"]")))
            .is(201);
    String secret = endpoint.string("secret");
    assertThat(secret).startsWith("whsec_");
    assertThat(tenant.api().get(endpoint.place()).is(200).text()).doesNotContain(secret);
    String project = tenant.project("name", "Heard");
    tenant.task(project);

    Receiver.Received message = first("project.created");

    message.verify(secret);
    assertThat(message.body()).contains("\"data\":{\"id\":\"" + project + "\",\"name\":\"Heard\"");
    Answer delivery =
        Await.until(
            SOON,
            () -> tenant.api().get("/api/webhooks/deliveries?message_id=" + message.id()).is(200),
            page -> !page.items().isEmpty() && page.each("status").contains("delivered"));
    assertThat(delivery.items()).hasSize(1);
    assertThat(
            delivery.items().get(0).getJsonArray("attempts").getJsonObject(0).getInt("status_code"))
        .isEqualTo(204);
    assertThat(tenant.api().get("/api/webhooks/messages/" + message.id()).is(200).string("type"))
        .isEqualTo("project.created");
    assertThat(receiver.of("task.created")).as("not asked for").isEmpty();
  }

  @Test
  void aNewSecretSignsFromThenOnAndTheOldOneBesideItForAsLongAsIsAsked() throws Exception {
    Answer endpoint = tenant.api().post(ENDPOINTS, Body.of("url", receiver.url())).is(201);
    String first = endpoint.string("secret");
    String renewal = endpoint.place() + "/secret";
    tenant.as("manager").post(renewal, "").isProblem(403, "permission_required");
    tenant.api().post(renewal, Body.of("overlap_seconds", 604_801)).isProblem(400, "invalid");
    Answer renewed = tenant.api().post(renewal, "").is(200);
    String second = renewed.string("secret");
    assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    assertThat(renewed.json().getJsonObject("secret_rotation").getString("previous_expires_at"))
        .isNotEmpty();
    tenant.project("name", "Signed twice");
    Receiver.Received message = first("project.created");
    message.verify(second);
    message.verify(first);
    Answer again = tenant.api().post(renewal, Body.of("overlap_seconds", 0)).is(200);
    assertThat(again.isNull("secret_rotation")).isTrue();
    tenant.project("name", "Signed once");
    Receiver.Received last =
        Await.until(SOON, () -> receiver.of("project.created"), all -> all.size() == 2).get(1);
    last.verify(again.string("secret"));
    refuses(last, first);
    refuses(last, second);
  }

  private static void refuses(Receiver.Received message, String secret) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> message.verify(secret))
        .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
  }

  @Test
  void anEditedMessageDoesNotVerify() {
    String secret =
        tenant.api().post(ENDPOINTS, Body.of("url", receiver.url())).is(201).string("secret");
    tenant.project("name", "Original");
    Receiver.Received message = first("project.created");
    Receiver.Received edited =
        new Receiver.Received(
            message.id(), message.headers(), message.body().replace("Original", "Forged"), null);
    refuses(edited, secret);
  }

  @Test
  void whatIsRolledBackIsNeverSent() {
    tenant.api().post(ENDPOINTS, Body.of("url", receiver.url())).is(201);
    String body = Body.of("slug", "twice", "name", "One");
    tenant.api().post("/api/workspaces", body).is(201);
    tenant.api().post("/api/workspaces", body).isProblem(409, "slug_taken");
    tenant.api().post("/api/tasks", Body.of("title", "T")).is(400);
    first("workspace.created");
    assertThat(tenant.api().get("/api/webhooks/messages?type=workspace.created").is(200).items())
        .hasSize(1);
    assertThat(tenant.api().get("/api/webhooks/messages?type=task.created").is(200).items())
        .isEmpty();
  }

  @Test
  void aPausedEndpointIsSkippedAndLeavesATrace() {
    Answer endpoint = tenant.api().post(ENDPOINTS, Body.of("url", receiver.url())).is(201);
    tenant.api().patch(endpoint.place(), Body.of("status", "paused")).is(200);
    tenant.project();
    assertThat(deliveries(endpoint.id(), "skipped")).isNotEmpty();
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  void aReceiverThatIsGoneIsNotCalledAgain() {
    receiver.answers(410);
    Answer endpoint =
        tenant
            .api()
            .post(
                ENDPOINTS,
                Body.of("url", receiver.url(), "events", Body.json("[\"project.created\"]")))
            .is(201);
    tenant.project();
    Answer after =
        Await.until(
            SOON,
            () -> tenant.api().get(endpoint.place()).is(200),
            now -> now.string("status").equals("disabled"));
    assertThat(after.string("status_reason")).contains("410");
    assertThat(deliveries(endpoint.id(), "exhausted")).singleElement().asString().contains("gone");
    tenant.project();
    assertThat(deliveries(endpoint.id(), "skipped")).hasSize(1);
    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  void aRedirectIsNotFollowed() {
    receiver.answers(302);
    Answer endpoint = tenant.api().post(ENDPOINTS, Body.of("url", receiver.url())).is(201);
    tenant.project();
    Await.until(
        SOON,
        () -> deliveries(endpoint.id(), "pending").get(0),
        delivery -> delivery.contains("\"redirect\""));
  }

  @Test
  void addressesThatAreNotPublicAreRefused() {
    for (String url :
        new String[] {
          "http://10.0.0.1/",
          "http://169.254.169.254/latest/meta-data",
          "https://192.168.1.1/",
          "http://[fd00::1]/"
        }) {
      assertThat(
              tenant.api().post(ENDPOINTS, Body.of("url", url)).isProblem(400, "invalid").faults())
          .as(url)
          .containsExactly("/url forbidden_address");
    }
    for (String url :
        new String[] {
          "ftp://127.0.0.1/", "http://user@127.0.0.1/", "no url", "http://127.0.0.1:99999/", " "
        }) {
      tenant.api().post(ENDPOINTS, Body.of("url", url)).isProblem(400, "invalid");
    }
    assertThat(
            tenant
                .api()
                .post(ENDPOINTS, Body.of("url", receiver.url(), "events", Body.json("[\"Bad*\"]")))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/events/0 pattern");
  }

  @Test
  void aViewerAndASuspendedTenantRegisterNothing() {
    String body = Body.of("url", receiver.url());
    assertThat(
            tenant
                .as("viewer")
                .post(ENDPOINTS, body)
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("webhooks:write");
    Fixtures.operator().post(tenant.path() + "/suspend").is(200);
    tenant.api().post(ENDPOINTS, body).isProblem(403, "tenant_suspended");
  }

  @Test
  void theCatalogueTellsEveryTypeWithAnExample() {
    List<String> types = tenant.api().get("/api/webhooks/event-types").is(200).each("type");
    assertThat(types)
        .contains("project.created", "task.completed", "user.created", "tenant.suspended")
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(13);
  }

  private Receiver.Received first(String type) {
    return Await.until(SOON, () -> receiver.of(type), all -> !all.isEmpty()).get(0);
  }

  private List<String> deliveries(String endpoint, String status) {
    String path = "/api/webhooks/deliveries?endpoint_id=" + endpoint + "&status=" + status;
    return Await.until(SOON, () -> tenant.api().get(path).is(200), page -> !page.items().isEmpty())
        .items()
        .stream()
        .map(Object::toString)
        .toList();
  }
}
