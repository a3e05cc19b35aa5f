package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.MeteredUse;
import org.freehold.platform.Node;
import org.freehold.platform.Quotas;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.WebhookEvents;

/** The short transactions around a delivery; none is open while the receiver is called. */
@Stateless
public class Deliveries {
  static final String KIND = "webhook_delivery";

  @Inject private WebhookRepository webhooks;
  @Inject private EndpointSecrets secrets;
  @Inject private WorkQueue work;
  @Inject private Node node;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<MeteredUse> used;
  @Inject private Quotas quotas;
  @Inject private Clock clock;

  /**
   * Makes a delivery for each endpoint that wants the message, once. An endpoint that is not
   * enabled leaves a trace too, and so does a message that the plan has no room for.
   */
  public void spread(MessageId id) {
    TenantId tenant = CurrentCall.tenantId();
    Message message = webhooks.lockedMessage(tenant, id).orElse(null);
    if (message == null || message.isSpread()) {
      return;
    }
    Instant now = clock.instant();
    message.spread(now);
    EventContent content = new EventContent(message.body());
    for (WebhookEndpoint endpoint : webhooks.allEndpoints(tenant)) {
      if (endpoint.interestIn(message.type(), content) == Interest.WANTED) {
        Delivery delivery = new Delivery(tenant, message, endpoint, now);
        begin(delivery, endpoint.status() == EndpointStatus.ENABLED && paid(message));
      }
    }
  }

  /** A month's quota that is used up stops messages, but for the one that says so. */
  private boolean paid(Message message) {
    if (message.type().startsWith("quota.")) {
      return true;
    }
    boolean room = quotas.hasRoom(MessageMeter.METER);
    if (room) {
      used.fire(new MeteredUse(CurrentCall.get().requireTenant(), MessageMeter.METER, 1));
    }
    return room;
  }

  private void begin(Delivery delivery, boolean send) {
    if (send) {
      work.schedule(KIND, CurrentCall.tenantId(), delivery.id().value(), clock.instant());
    } else {
      delivery.end(DeliveryStatus.SKIPPED, clock.instant());
    }
    webhooks.add(delivery);
  }

  /** What to send where; empty when there is nothing to do any more. */
  public Optional<Call> next(DeliveryId id) {
    TenantId tenant = CurrentCall.tenantId();
    Delivery delivery =
        webhooks.lockedDelivery(tenant, id).filter(Delivery::isPending).orElse(null);
    if (delivery == null) {
      return Optional.empty();
    }
    WebhookEndpoint endpoint =
        webhooks
            .endpoint(tenant, delivery.endpointId())
            .filter(found -> found.status() == EndpointStatus.ENABLED)
            .orElse(null);
    if (endpoint == null) {
      delivery.end(DeliveryStatus.SKIPPED, clock.instant());
      return Optional.empty();
    }
    Message message = webhooks.message(tenant, delivery.messageId()).orElseThrow();
    return Optional.of(
        new Call(
            message.id().value().toString(),
            message.body(),
            endpoint.id(),
            endpoint.url(),
            endpoint.calls().timeoutSeconds(),
            secrets.signing(endpoint, false),
            secrets.headers(endpoint),
            secrets.certificate(endpoint)));
  }

  /**
   * Records the attempt, and with it the end of the delivery. When a node lost its lease and two
   * attempts were made, one that arrived counts.
   */
  public void record(DeliveryId id, Outcome outcome) {
    TenantId tenant = CurrentCall.tenantId();
    Delivery delivery = webhooks.lockedDelivery(tenant, id).orElseThrow();
    webhooks.add(new DeliveryAttempt(tenant, id, outcome, node.name()));
    boolean arrived = outcome.error() == null;
    if (delivery.isPending() || arrived) {
      delivery.end(arrived ? DeliveryStatus.DELIVERED : DeliveryStatus.FAILED, clock.instant());
    }
    if (outcome.isGone()) {
      disable(tenant, delivery);
    }
  }

  private void disable(TenantId tenant, Delivery delivery) {
    webhooks
        .endpoint(tenant, delivery.endpointId())
        .filter(endpoint -> endpoint.status() == EndpointStatus.ENABLED)
        .ifPresent(
            endpoint -> {
              String reason = "The receiver answered 410 Gone.";
              endpoint.disable(reason, clock.instant());
              events.fire(
                  new WebhookEvents.EndpointDisabled(endpoint.id(), endpoint.url(), reason));
            });
  }
}
