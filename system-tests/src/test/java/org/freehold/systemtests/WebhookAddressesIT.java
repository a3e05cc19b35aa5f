package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever owns a name may lead it anywhere later: each call is guarded, and so is each test. */
class WebhookAddressesIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final TestTenant tenant = Fixtures.tenant();
  private final String name = Fixtures.unique("receiver") + ".example";
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "::ffff:10.0.0.1",
        // One that is allowed beside one that is not: the whole name is refused.
        "127.0.0.1,192.168.1.1",
      })
  void aNameThatLeadsElsewhereLaterIsNotCalled(String addresses) {
    String endpoint = registered();
    HostNames.leads(name, addresses.split(","));
    tenant.project();
    refused(endpoint, 1);
    tenant.api().post("/api/webhooks/endpoints/" + endpoint + "/test").is(202);
    refused(endpoint, 2);
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  void aNameThatLeadsHereIsCalled() {
    String endpoint = registered();
    tenant.project();
    Await.until(SOON, () -> receiver.of("project.created"), all -> !all.isEmpty());
    tenant.api().post("/api/webhooks/endpoints/" + endpoint + "/test").is(202);
    Await.until(SOON, receiver::all, all -> all.size() == 2);
  }

  private String registered() {
    HostNames.leads(name, "127.0.0.1");
    String url = receiver.url().replace("127.0.0.1", name);
    return tenant
        .api()
        .post(
            "/api/webhooks/endpoints",
            Body.of("url", url, "events", List.of("project.created", "webhook.test")))
        .is(201)
        .id();
  }

  private void refused(String endpoint, int count) {
    String attempts = "/api/webhooks/attempts?endpoint_id=" + endpoint;
    List<JsonObject> made =
        Await.until(
            SOON, () -> tenant.api().get(attempts).is(200).items(), all -> all.size() >= count);
    assertThat(made)
        .hasSize(count)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.getString("error")).isEqualTo("forbidden_address");
              assertThat(attempt.isNull("ip_address")).isTrue();
            });
  }
}
