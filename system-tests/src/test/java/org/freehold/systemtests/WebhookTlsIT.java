package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.delivery.MadeCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver is believed by a certificate that is trusted and has its name. */
class WebhookTlsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String HERE = "127.0.0.1";

  @TempDir private Path folder;
  private final TestTenant tenant = Fixtures.tenant();

  @Test
  void aCertificateThatNobodySignedIsNotBelieved() throws Exception {
    try (TlsReceiver strange = TlsReceiver.untrusted(folder)) {
      assertNotBelieved(strange, strange.url());
    }
  }

  @Test
  void aCertificateOfAnotherNameIsNotBelieved() throws Exception {
    try (TlsReceiver known = TlsReceiver.open()) {
      String name = Fixtures.unique("receiver") + ".example";
      HostNames.leads(name, HERE);
      assertNotBelieved(known, known.url().replace(HERE, name));
      JsonObject believed = tested(endpoint("url", known.url()));
      assertThat(believed.getInt("status_code")).as("by its own name").isEqualTo(204);
    }
  }

  /** Also by those who show a certificate, which have connections of their own. */
  private void assertNotBelieved(TlsReceiver receiver, String url)
      throws IOException, GeneralSecurityException, InterruptedException {
    MadeCertificate own = MadeCertificate.of("EC", "-1H", folder);
    for (Answer made :
        List.of(
            endpoint("url", url),
            endpoint(
                "url",
                url,
                "client_certificate_pem",
                own.certificate(),
                "client_key_pem",
                own.key()))) {
      JsonObject attempt = tested(made);
      assertThat(attempt.get("error")).hasToString("\"tls\"");
      assertThat(attempt.isNull("status_code")).isTrue();
    }
    assertThat(receiver.callers()).isEmpty();
  }

  private Answer endpoint(Object... members) {
    List<Object> all = new ArrayList<>(List.of("events", List.of("project.created")));
    all.addAll(List.of(members));
    return tenant.api().post("/api/webhooks/endpoints", Body.of(all.toArray())).is(201);
  }

  /** The first attempt of a test. */
  private JsonObject tested(Answer endpoint) {
    Answer sent = tenant.api().post(endpoint.place() + "/test").is(202);
    return attempts("delivery_id=" + sent.id(), 1).get(0);
  }

  /** The last first. */
  private List<JsonObject> attempts(String filter, int count) {
    return Await.until(
        SOON,
        () -> tenant.api().get("/api/webhooks/attempts?" + filter).is(200).items(),
        all -> all.size() == count);
  }
}
