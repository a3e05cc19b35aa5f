package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.EndpointFailures;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.internal.HealthRows.Told;

/**
 * Warns of endpoints at which nothing arrives, at half and at nine tenths of the time after which
 * it disables them. The time begins anew when somebody edits the endpoint.
 */
@ApplicationScoped
public class FailingEndpoints {
  /** A few failures long ago are no reason. */
  private static final int FEW = 3;

  private static final int HALF = 50;
  private static final int NINE_TENTHS = 90;

  @Inject private WebhookRepository webhooks;
  @Inject private HealthRows healths;
  @Inject private EndpointFailures failures;
  @Inject private WebhookSettings settings;

  void judge(Connection connection, TenantId tenant, List<Told> told, Instant now)
      throws SQLException {
    Duration half = settings.disableAfter().dividedBy(2);
    for (Told one : told) {
      if (one.failingSince() != null
          && one.consecutiveFailures() >= FEW
          && !one.failingSince().plus(half).isAfter(now)) {
        WebhookEndpoint endpoint =
            webhooks.endpoint(tenant, new WebhookEndpointId(one.endpoint())).orElse(null);
        if (endpoint != null) {
          judge(connection, tenant, one, endpoint, now);
        }
      }
    }
  }

  private void judge(
      Connection connection, TenantId tenant, Told told, WebhookEndpoint endpoint, Instant now)
      throws SQLException {
    if (endpoint.updatedAt().isAfter(told.failingSince())) {
      healths.beginAnew(connection, tenant, told.endpoint(), endpoint.updatedAt());
      return;
    }
    Duration limit = settings.disableAfter();
    Instant end = told.failingSince().plus(limit);
    if (!end.isAfter(now)) {
      failures.disable(endpoint.id(), "Nothing has arrived since " + told.failingSince() + ".");
      return;
    }
    long percent = Duration.between(told.failingSince(), now).toSeconds() * 100 / limit.toSeconds();
    int mark = percent >= NINE_TENTHS ? NINE_TENTHS : HALF;
    if (mark > told.warned()) {
      healths.warned(connection, tenant, told.endpoint(), mark);
      failures.warn(endpoint.id(), told.failingSince(), end);
    }
  }
}
