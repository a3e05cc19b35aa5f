package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.freehold.engine.delivery.MadeCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an endpoint keeps to itself stays with the receiver that it was given for. */
class WebhookKeptSecretsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ENDPOINTS = "/api/webhooks/endpoints";
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

  /** Else whoever may change an endpoint, a visitor of the portal too, reads them at home. */
  @Test
  void whatIsSecretGoesToNoOtherReceiverUnseen() throws Exception {
    MadeCertificate pair = MadeCertificate.of("EC", "-1H", folder);
    Answer made =
        tenant
            .api()
            .post(
                ENDPOINTS,
                Body.of(
                    "url",
                    receiver.url(),
                    "headers",
                    Body.json("{\"X-Token\":\"" + SECRET + "\",\"X-Other\":\"o\"}"),
                    "client_certificate_pem",
                    pair.certificate(),
                    "client_key_pem",
                    pair.key()))
            .is(201);
    try (Receiver theirs = new Receiver()) {
      for (Api someone : List.of(tenant.api(), visitor())) {
        for (String headers : List.of("{}", "{\"X-Token\":\"••••\"}")) {
          String patch = Body.of("url", theirs.url(), "headers", Body.json(headers));
          Answer refused = someone.patch(made.place(), patch).isProblem(400, "invalid");
          assertThat(refused.faults())
              .containsExactly(
                  "/headers/X-Other masked", "/headers/X-Token masked", "/client_key_pem masked");
        }
      }
      String some = Body.json("{\"X-Token\":\"new\",\"X-Other\":null}").toString();
      assertThat(
              tenant
                  .api()
                  .patch(made.place(), Body.of("url", theirs.url(), "headers", Body.json(some)))
                  .isProblem(400, "invalid")
                  .faults())
          .containsExactly("/client_key_pem masked");
      String path = Body.of("url", receiver.url() + "/at/another/path");
      visitor().patch(made.place(), path).is(200);
      String all =
          Body.of(
              "url",
              theirs.url(),
              "headers",
              Body.json(some),
              "client_certificate_pem",
              null,
              "client_key_pem",
              null);
      visitor().patch(made.place(), all).is(200);
      tenant.project();
      Receiver.Received message =
          Await.until(SOON, () -> theirs.of("project.created"), heard -> !heard.isEmpty()).get(0);
      assertThat(message.headers())
          .containsEntry("X-token", List.of("new"))
          .doesNotContainKey("X-other");
    }
  }

  private Api visitor() {
    Answer link =
        tenant.api().post("/api/webhooks/portal-links", Body.of("access", "write")).is(201);
    Api opening = Fixtures.nobody().bearing(URI.create(link.string("url")).getFragment());
    return Fixtures.nobody()
        .bearing(opening.post("/api/webhooks/portal-sessions").is(200).string("token"));
  }
}
