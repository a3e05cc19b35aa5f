package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.freehold.engine.delivery.MadeCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an endpoint can ask for: which messages, how they are sent, what is shown with them. */
class WebhookEndpointsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ENDPOINTS = "/api/webhooks/endpoints";

  /** Some receivers say why they end the connection, and some just end it. */
  private static final List<String> REFUSED = List.of("tls", "connection");

  private static final String SECRET = "a-very-particular-token-8271";

  @TempDir private Path folder;
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
  void everyFieldIsKeptAndTold() {
    String workspace = tenant.workspace();
    Answer made =
        create(
            "filters",
            Body.json("[{\"path\":\"data.priority\",\"op\":\"eq\",\"value\":\"high\"}]"),
            "workspace_id",
            workspace,
            "timeout_seconds",
            7,
            "max_retries",
            3,
            "retry_schedule_seconds",
            Body.json("[5,60]"),
            "rate_limit_per_second",
            20,
            "redrive",
            true);
    JsonObject told = tenant.api().get(made.place()).is(200).json();
    assertThat(told.getJsonArray("filters").getJsonObject(0).getString("value")).isEqualTo("high");
    assertThat(told.getString("workspace_id")).isEqualTo(workspace);
    assertThat(told.getInt("timeout_seconds")).isEqualTo(7);
    assertThat(told.getInt("max_retries")).isEqualTo(3);
    assertThat(told.getJsonArray("retry_schedule_seconds").getInt(1)).isEqualTo(60);
    assertThat(told.getInt("rate_limit_per_second")).isEqualTo(20);
    assertThat(told.getBoolean("redrive")).isTrue();
    Answer patched =
        tenant
            .api()
            .patch(
                made.place(),
                Body.of("retry_schedule_seconds", null, "filters", null, "url", receiver.url()))
            .is(200);
    assertThat(patched.isNull("retry_schedule_seconds")).isTrue();
    assertThat(patched.json().getJsonArray("filters")).isEmpty();
    assertThat(patched.json().getInt("max_retries")).as("as it was").isEqualTo(3);
  }

  @Test
  void headersAreSentButNeverTold() {
    Answer made =
        create("headers", Body.json("{\"X-Token\":\"" + SECRET + "\",\"X-Other\":\"o\"}"));
    assertThat(made.json().getJsonObject("headers").getString("X-Token")).isEqualTo("••••");
    String patch =
        Body.of(
            "description", "Said anew", "headers", Body.json("{\"X-Other\":null,\"X-New\":\"n\"}"));
    Answer patched = tenant.api().patch(made.place(), patch).is(200);
    assertThat(patched.json().getJsonObject("headers").keySet())
        .containsExactlyInAnyOrder("X-Token", "X-New");
    tenant.project();
    Receiver.Received message = first("project.created");
    assertThat(message.headers()).containsEntry("X-token", List.of(SECRET)).containsKey("X-new");
    assertThat(message.headers()).doesNotContainKey("X-other");
    for (String place :
        new String[] {
          made.place(), ENDPOINTS, "/api/webhooks/messages", "/api/audit-logs?limit=200"
        }) {
      assertThat(tenant.api().get(place).is(200).text()).as(place).doesNotContain(SECRET);
    }
    assertThat(
            tenant
                .api()
                .patch(made.place(), Body.of("headers", Body.json("{\"X-Unknown\":\"••••\"}")))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/headers/X-Unknown masked");
  }

  @Test
  void aCertificateIsTakenWithItsKeyOnly() throws Exception {
    MadeCertificate one = MadeCertificate.of("EC", "-1H", folder);
    MadeCertificate old = MadeCertificate.of("EC", "-3d", folder);
    assertThat(faults("client_certificate_pem", one.certificate()))
        .containsExactly("/client_key_pem required");
    assertThat(faults("client_key_pem", one.key()))
        .containsExactly("/client_certificate_pem required");
    assertThat(faults("client_certificate_pem", one.certificate(), "client_key_pem", old.key()))
        .containsExactly("/client_key_pem key");
    assertThat(faults("client_certificate_pem", old.certificate(), "client_key_pem", old.key()))
        .containsExactly("/client_certificate_pem expired");
    assertThat(faults("client_certificate_pem", "none", "client_key_pem", one.key()))
        .containsExactly("/client_certificate_pem certificate");
    Answer made = create("client_certificate_pem", one.certificate(), "client_key_pem", one.key());
    JsonObject told = made.json().getJsonObject("client_certificate");
    assertThat(told.getString("subject")).contains("CN=A client");
    assertThat(told.getString("sha256")).hasSize(64);
    assertThat(made.text()).doesNotContain("PRIVATE KEY");
    Answer patched = tenant.api().patch(made.place(), Body.of("description", "With it")).is(200);
    assertThat(patched.json().getJsonObject("client_certificate")).isEqualTo(told);
    assertThat(tenant.api().get("/api/audit-logs?limit=200").is(200).text())
        .doesNotContain("PRIVATE KEY");
    Answer without =
        tenant.api().patch(made.place(), Body.of("client_certificate_pem", null)).is(200);
    assertThat(without.isNull("client_certificate")).isTrue();
  }

  /** Mutual TLS: the receiver lets in nobody else. */
  @Test
  void theCertificateIsShownToTheReceiver() throws Exception {
    MadeCertificate known = MadeCertificate.of("EC", "-1H", folder);
    MadeCertificate strange = MadeCertificate.of("EC", "-1H", folder);
    try (TlsReceiver guarded = new TlsReceiver(known.certificate())) {
      String url = guarded.url();
      assertThat(tested("url", url).getString("error")).isIn(REFUSED);
      JsonObject another =
          tested(
              "url",
              url,
              "client_certificate_pem",
              strange.certificate(),
              "client_key_pem",
              strange.key());
      assertThat(another.getString("error")).isIn(REFUSED);
      assertThat(guarded.callers()).isEmpty();
      JsonObject let =
          tested(
              "url",
              url,
              "client_certificate_pem",
              known.certificate(),
              "client_key_pem",
              known.key());
      assertThat(let.getInt("status_code")).isEqualTo(204);
      assertThat(guarded.callers()).containsExactly("CN=A client,O=TechCorp");
    }
  }

  /** The first attempt of a test of a new endpoint. */
  private JsonObject tested(Object... members) {
    String endpoint = tenant.api().post(ENDPOINTS, Body.of(members)).is(201).place();
    Answer sent = tenant.api().post(endpoint + "/test").is(202);
    return Await.until(
            SOON,
            () -> tenant.api().get(sent.place()).is(200).json().getJsonArray("attempts"),
            all -> !all.isEmpty())
        .getJsonObject(0);
  }

  @Test
  void whatCannotBeIsRefusedAtItsPlace() {
    assertThat(
            faults(
                "headers",
                Body.json("{\"Webhook-Id\":\"x\",\"Host\":\"x\",\"X-A\":\"a\\r\\nB: c\"}")))
        .containsExactlyInAnyOrder(
            "/headers/Webhook-Id header", "/headers/Host header", "/headers/X-A header");
    assertThat(
            faults(
                "filters",
                Body.json(
                    "[{\"path\":\"priority\",\"op\":\"eq\"},{\"path\":\"data.a\",\"op\":\"in\",\"value\":\"x\"}]")))
        .containsExactly("/filters/0/path filter", "/filters/1/value filter");
    assertThat(faults("filters", Body.json("[{\"path\":\"data.a\",\"op\":\"like\"}]")))
        .containsExactly("/filters/0/op value");
    assertThat(faults("workspace_id", Fixtures.tenant().workspace()))
        .containsExactly("/workspace_id unknown");
    assertThat(faults("max_retries", 21)).containsExactly("/max_retries max");
    assertThat(faults("retry_schedule_seconds", Body.json("[0]")))
        .containsExactly("/retry_schedule_seconds/0 min");
    assertThat(faults("rate_limit_per_second", 0)).containsExactly("/rate_limit_per_second min");
    String text = "\"" + "x".repeat(900) + "\"";
    String many = String.join(",", Collections.nCopies(10, text));
    assertThat(
            faults(
                "filters",
                Body.json("[{\"path\":\"data.a\",\"op\":\"in\",\"value\":[" + many + "]}]")))
        .containsExactly("/filters size");
  }

  @Test
  void onlyWhatItsFiltersHoldForIsHeard() {
    create(
        "events",
        List.of("task.created"),
        "filters",
        Body.json(
            "[{\"path\":\"data.priority\",\"op\":\"in\",\"value\":[\"high\",\"critical\"]}]"));
    String project = tenant.project();
    task(project, "low");
    task(project, "high");
    task(project, "medium");
    task(project, "critical");
    Await.until(SOON, () -> receiver.of("task.created"), all -> all.size() == 2);
    assertThat(receiver.all())
        .allMatch(one -> one.body().contains("\"high\"") || one.body().contains("\"critical\""));
  }

  @Test
  void anEndpointOfAWorkspaceHearsOnlyOfIt() {
    String sales = tenant.workspace();
    create("workspace_id", sales);
    tenant.project("name", "Elsewhere");
    tenant.project("name", "In another", "workspace_id", tenant.workspace());
    String inSales = tenant.project("name", "In sales", "workspace_id", sales);
    tenant.task(inSales);
    first("project.created");
    first("task.created");
    assertThat(receiver.all()).hasSize(2).allMatch(one -> one.body().contains(sales));
  }

  private void task(String project, String priority) {
    tenant
        .api()
        .post("/api/tasks", Body.of("project_id", project, "title", "Do it", "priority", priority))
        .is(201);
  }

  private Answer create(Object... members) {
    return tenant.api().post(ENDPOINTS, body(members)).is(201);
  }

  private List<String> faults(Object... members) {
    return tenant.api().post(ENDPOINTS, body(members)).isProblem(400, "invalid").faults();
  }

  private String body(Object... members) {
    List<Object> all = new ArrayList<>(List.of("url", receiver.url()));
    all.addAll(List.of(members));
    return Body.of(all.toArray());
  }

  private Receiver.Received first(String type) {
    return Await.until(SOON, () -> receiver.of(type), all -> !all.isEmpty()).get(0);
  }
}
