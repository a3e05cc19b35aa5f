package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.MeteredUse;
import org.freehold.platform.Quotas;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.work.WorkDue;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.internal.SpreadRows.Made;
import org.freehold.webhooks.internal.SpreadRows.Unspread;

/**
 * Makes a delivery for each endpoint that wants a message, once, for many messages in a few
 * statements. An endpoint that is not enabled leaves a trace too, and so does a message that the
 * plan has no room for.
 */
@Stateless
public class Spreading {
  @PersistenceContext private EntityManager em;
  @Inject private WebhookRepository webhooks;
  @Inject private SpreadRows rows;
  @Inject private LedgerWork ledger;
  @Inject private Quotas quotas;
  @Inject private Event<MeteredUse> used;
  @Inject private Event<WorkDue> doorbell;
  @Inject private Clock clock;

  /** Messages of the tenant of the call; those that are spread already are only taken away. */
  public void spread(List<UUID> messages) {
    TenantId tenant = CurrentCall.tenantId();
    Connection connection = em.unwrap(Connection.class);
    try {
      List<Unspread> unspread = rows.lock(connection, tenant, messages);
      List<Made> made = unspread.isEmpty() ? List.of() : deliveries(tenant, unspread);
      number(connection, tenant, made);
      List<UUID> spread = unspread.stream().map(Unspread::id).toList();
      rows.insert(connection, tenant, made, messages, spread, clock.instant());
      ledger.watch(tenant);
      if (made.stream().anyMatch(one -> one.status() == DeliveryStatus.PENDING)) {
        doorbell.fire(WorkDue.ofThisCall());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Messages could not be spread", e);
    }
  }

  private List<Made> deliveries(TenantId tenant, List<Unspread> messages) {
    // In this order, and each read once: filters cost more to read than to hold against a body.
    Map<WebhookEndpoint, Wanted> endpoints = new LinkedHashMap<>();
    webhooks.allEndpoints(tenant).forEach(one -> endpoints.put(one, one.wanted()));
    List<Made> made = new ArrayList<>();
    long paid = 0;
    long left = quotas.left(MessageMeter.METER);
    for (Unspread message : messages) {
      EventContent content = new EventContent(message.body());
      List<WebhookEndpoint> wanting =
          endpoints.entrySet().stream()
              .filter(one -> one.getValue().matches(message.type(), content))
              .map(Map.Entry::getKey)
              .toList();
      boolean free = message.type().startsWith("quota.");
      for (WebhookEndpoint endpoint : wanting) {
        String reason = skipped(endpoint, free || paid < left);
        paid += reason == null && !free ? 1 : 0;
        made.add(new Made(Uuid7.next(), message.id(), message.type(), endpoint.id(), reason));
      }
    }
    if (paid > 0) {
      used.fire(new MeteredUse(CurrentCall.get().requireTenant(), MessageMeter.METER, paid));
    }
    return made;
  }

  /**
   * Why the endpoint does not get it; null when it does. A month's quota that is used up stops
   * messages, but for the one that says so.
   */
  private static String skipped(WebhookEndpoint endpoint, boolean hasRoom) {
    if (endpoint.status() != EndpointStatus.ENABLED) {
      return Reasons.notEnabled(endpoint.status());
    }
    if (!endpoint.hasConsent() && !endpoint.awaitsConsent()) {
      return Reasons.NO_CONSENT;
    }
    return hasRoom ? null : Reasons.QUOTA;
  }

  /**
   * Numbers what each endpoint is to get, without a gap. What is skipped has its number too: the
   * receiver is to see that it missed something.
   */
  private void number(Connection connection, TenantId tenant, List<Made> made) throws SQLException {
    // In one order everywhere: the rows that count are locked until the end.
    Map<String, List<Made>> byEndpoint = new TreeMap<>();
    for (Made one : made) {
      byEndpoint
          .computeIfAbsent(one.endpoint().value().toString(), endpoint -> new ArrayList<>())
          .add(one);
    }
    if (byEndpoint.isEmpty()) {
      return;
    }
    Map<String, Long> last = rows.sequences(connection, tenant, byEndpoint);
    byEndpoint.forEach(
        (endpoint, ofEndpoint) -> {
          long next = last.get(endpoint) - ofEndpoint.size();
          for (Made one : ofEndpoint) {
            next++;
            one.number(next);
          }
        });
  }
}
