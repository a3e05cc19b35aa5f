package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.engine.delivery.explain.DeliveryStory;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryFilter;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.TimeRange;
import org.freehold.webhooks.WebhookEndpointId;

/** Gathers what is on record of a message and an endpoint. */
@ApplicationScoped
public class Stories {
  /** The last deliveries of one message to one endpoint: the first of them and its replays. */
  private static final PageRequest LAST = new PageRequest(20, null, null);

  private static final String PLACE =
      "select q.due_at, (select count(*) from (select from control.delivery_due o"
          + " where o.lane = q.lane and o.tenant_id = q.tenant_id and o.endpoint_id = q.endpoint_id"
          + " and o.due_at <= q.due_at and o.subject_id <> q.subject_id limit "
          + DeliveryStory.Place.MOST_COUNTED
          + ") others), q.failures"
          + " from control.delivery_due q where q.tenant_id = ?1 and q.subject_id = ?2";

  @PersistenceContext private EntityManager em;
  @Inject private WebhookRepository webhooks;
  @Inject private TrafficRepository traffic;
  @Inject private Clock clock;

  /**
   * @param delivery of which it is told; null for none
   */
  public record Told(DeliveryStory story, DeliveryId delivery) {}

  public Told of(TenantId tenant, MessageId messageId, WebhookEndpointId endpointId) {
    Message message = traffic.find(tenant, messageId).orElse(null);
    WebhookEndpoint endpoint = webhooks.endpoint(tenant, endpointId).orElse(null);
    DeliveryDetails delivery = delivery(tenant, messageId, endpointId);
    return new Told(
        new DeliveryStory(
            message == null ? null : message.story(),
            endpoint == null ? null : endpoint(tenant, endpoint, message),
            delivery == null ? null : delivery(tenant, delivery),
            clock.instant()),
        delivery == null ? null : delivery.id());
  }

  /** The one that arrived, or else the last. */
  private DeliveryDetails delivery(TenantId tenant, MessageId message, WebhookEndpointId endpoint) {
    DeliveryFilter both =
        new DeliveryFilter(endpoint, message, null, null, new TimeRange(null, null));
    List<DeliveryDetails> made = traffic.deliveries(tenant, both, LAST).items();
    return made.stream()
        .filter(one -> one.status() == DeliveryStatus.DELIVERED)
        .findFirst()
        .orElse(made.isEmpty() ? null : made.get(0));
  }

  private DeliveryStory.Delivery delivery(TenantId tenant, DeliveryDetails made) {
    List<DeliveryDetails.Attempt> attempts = made.attempts();
    return new DeliveryStory.Delivery(
        WireNames.of(made.status()),
        made.reason(),
        made.replayId() != null,
        made.createdAt(),
        made.endedAt(),
        made.attemptCount(),
        made.nextAttemptAt(),
        attempts.isEmpty() ? null : attempt(attempts.get(attempts.size() - 1)),
        place(tenant, made.id()));
  }

  /** Null when it is not in the queue. */
  private DeliveryStory.Place place(TenantId tenant, DeliveryId delivery) {
    List<?> queued =
        em.createNativeQuery(PLACE)
            .setParameter(1, tenant.value())
            .setParameter(2, delivery.value())
            .getResultList();
    if (queued.isEmpty()) {
      return null;
    }
    Object[] row = (Object[]) queued.get(0);
    return new DeliveryStory.Place(
        ((Timestamp) row[0]).toInstant(),
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue());
  }

  private static DeliveryStory.Attempt attempt(DeliveryDetails.Attempt last) {
    return new DeliveryStory.Attempt(
        last.attemptedAt(),
        last.error() == null ? null : WireNames.of(last.error()),
        last.statusCode());
  }

  private DeliveryStory.Endpoint endpoint(
      TenantId tenant, WebhookEndpoint endpoint, Message message) {
    EndpointDetails now = endpoint.details();
    return new DeliveryStory.Endpoint(
        now.createdAt(),
        now.updatedAt(),
        WireNames.of(now.status()),
        now.statusReason(),
        now.events(),
        now.workspaceId() == null ? null : now.workspaceId().value().toString(),
        message == null ? List.of() : endpoint.filtersHeldAgainst(message.content()),
        endpoint.callsPerMinute(),
        now.consent() == null ? null : WireNames.of(now.consent().status()),
        openUntil(tenant, endpoint.id()));
  }

  private Instant openUntil(TenantId tenant, WebhookEndpointId endpoint) {
    List<?> open =
        em.createNativeQuery(
                "select open_until from endpoint_health where tenant_id = ?1 and endpoint_id = ?2"
                    + " and open_until is not null")
            .setParameter(1, tenant.value())
            .setParameter(2, endpoint.value())
            .getResultList();
    return open.isEmpty() ? null : ((Timestamp) open.get(0)).toInstant();
  }
}
