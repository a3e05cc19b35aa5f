package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fails of the server's own fault is the operator's alarm, and no attempt of the tenant's. */
@OwnServers
class WebhookBrokenIT {
  private static final Duration LONG = Duration.ofSeconds(90);

  private final TestTenant tenant = KilledInstallation.newTenant();
  private final Api api = KilledInstallation.owner(tenant);

  @Test
  void aDeliveryThatCannotBeSignedWaitsAndTellsTheOperator() throws Exception {
    try (Receiver receiver = new Receiver();
        Connection superuser = KilledInstallation.server().database().administrator().connect()) {
      String endpoint =
          api.post("/api/webhooks/endpoints", Body.of("url", receiver.url())).is(201).id();
      damage(superuser, endpoint);
      Fixtures.project(api);
      try {
        Await.until(LONG, this::alarms, List.of("delivery_fails")::equals);
        assertThat(health()).isEqualTo("down");
        String attempts = "/api/webhooks/attempts?endpoint_id=" + endpoint;
        assertThat(api.get(attempts).is(200).items()).isEmpty();
      } finally {
        // The same bytes are turned once more.
        damage(superuser, endpoint);
      }
      Await.until(LONG, receiver::all, all -> !all.isEmpty());
      Await.until(LONG, this::alarms, List::isEmpty);
      JsonObject delivery =
          api.get("/api/webhooks/deliveries?endpoint_id=" + endpoint).is(200).items().get(0);
      assertThat(delivery.getString("status")).isEqualTo("delivered");
      assertThat(delivery.getInt("attempt_count")).isEqualTo(1);
    }
  }

  private static void damage(Connection superuser, String endpoint) throws SQLException {
    Database.run(
        superuser,
        "update tenant.webhook_endpoint set sealed_secret = set_byte(sealed_secret, length(sealed_secret) - 1,"
            + " get_byte(sealed_secret, length(sealed_secret) - 1) # 1) where id = '"
            + endpoint
            + "'");
  }

  private static String health() {
    return KilledInstallation.operator()
        .get("/api/health/detailed")
        .is(200)
        .json()
        .getJsonObject("components")
        .getJsonObject("webhook_alarms")
        .getString("status");
  }

  private List<String> alarms() {
    return KilledInstallation.operator().get("/api/admin/webhooks/alarms").is(200).items().stream()
        .filter(alarm -> alarm.getString("tenant_id").equals(tenant.id()))
        .map(alarm -> alarm.getString("kind"))
        .toList();
  }
}
