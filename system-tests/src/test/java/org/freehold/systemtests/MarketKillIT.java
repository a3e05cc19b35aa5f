package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the server while a tenant is made of a template. */
@Timeout(600)
@OwnServers
class MarketKillIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final String SLUG = "survivor";

  @Test
  void aTenantIsMadeOnceThoughItsServerWasKilled() throws SQLException {
    Answer asked =
        KilledInstallation.operator().post(Market.ENTERPRISE, Market.request(SLUG, true)).is(202);
    killWhilePagesAreMade(asked);
    FreeholdServer server = KilledInstallation.startAgain();
    Api operator = KilledInstallation.operator();
    JsonObject use =
        Await.until(
            LONG,
            () -> operator.get("/api/market/uses/" + asked.id()).is(200).json(),
            now -> !now.getString("status").equals("making"));
    assertThat(use.getString("status")).as(use.toString()).isEqualTo("made");
    assertThat(operator.get(asked.place()).is(200).json().getInt("executions")).isGreaterThan(1);
    List<String> things =
        Market.things(use).stream()
            .map(thing -> thing.getString("kind") + " " + thing.getString("key"))
            .toList();
    assertThat(things)
        .doesNotHaveDuplicates()
        .contains("event_type order.paid", "page help", "release 1.0.0", "demo_data " + SLUG);
    everythingIsThereOnce(server, asked.string("tenant_id"));
    assertThat(operator.get("/api/tenants/" + SLUG).is(200).string("status")).isEqualTo("active");
  }

  /** A page waits for a lock of ours; what comes before it is there, and nothing behind it. */
  private static void killWhilePagesAreMade(Answer asked) throws SQLException {
    Api operator = KilledInstallation.operator();
    try (Connection held = KilledInstallation.server().database().administrator().connect()) {
      Market.hold(held, asked.string("tenant_id"));
      Await.until(
          LONG, () -> operator.get(asked.place()).is(200).text(), run -> run.contains("Page Ov"));
      assertThat(operator.get("/api/market/uses/" + asked.id()).is(200).string("status"))
          .isEqualTo("making");
      KilledInstallation.kill();
    }
  }

  private static void everythingIsThereOnce(FreeholdServer server, String tenant)
      throws SQLException {
    String[][] counts = {
      {"tenant.role", "3"},
      {"tenant.flag", "3"},
      {"tenant.tenant_page", "5"},
      {"tenant.environment", "4"},
      {"tenant.webhook_event_type", "3"},
      {"tenant.release", "1"},
      {"control.tenant_domain", "1"}
    };
    try (Connection connection = server.database().administrator().connect()) {
      for (String[] one : counts) {
        String sql = "select count(*)::text from " + one[0] + " where tenant_id = '" + tenant + "'";
        assertThat(Database.texts(connection, sql)).as(one[0]).containsExactly(one[1]);
      }
      String told =
          "select count(*)::text from tenant.message where type = 'template.used'"
              + " and body::text like '%"
              + SLUG
              + "%'";
      assertThat(Database.texts(connection, told)).containsExactly("1");
    }
  }
}
