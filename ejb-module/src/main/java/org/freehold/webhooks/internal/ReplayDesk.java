package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.work.WorkQueue;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.ReplayDetails;
import org.freehold.webhooks.ReplayId;
import org.freehold.webhooks.ReplayKind;
import org.freehold.webhooks.ReplayPreview;
import org.freehold.webhooks.ReplayRequest;
import org.freehold.webhooks.WebhookEndpointId;

/** Takes in what is to be sent again, and refuses what cannot be. */
@ApplicationScoped
public class ReplayDesk {
  @PersistenceContext private EntityManager em;
  @Inject private WebhookRepository webhooks;
  @Inject private TrafficRepository traffic;
  @Inject private ReplayRepository replays;
  @Inject private DeadRows dead;
  @Inject private ReplayRows rows;
  @Inject private DeliveryRows deliveries;
  @Inject private ReplayMaking making;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  private interface Statement<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T with(Statement<T> statement) {
    em.flush();
    try {
      return statement.run(em.unwrap(Connection.class));
    } catch (SQLException e) {
      throw new IllegalStateException("A replay failed", e);
    }
  }

  public DeliveryDetails again(CallContext call, DeliveryId id) {
    TenantId tenant = call.tenantId();
    replays.oneByOne(tenant);
    with(
        c -> {
          rows.keepMessages(c, tenant, messages(deliveries.read(c, tenant, List.of(id.value()))));
          return null;
        });
    Delivery delivery = traffic.locked(tenant, id).orElseThrow(() -> new NotFound("delivery"));
    traffic.message(tenant, delivery.messageId()).orElseThrow(() -> new NotFound("message"));
    requireEnabled(tenant, delivery.endpointId());
    if (replays.isPending(tenant, delivery.messageId(), delivery.endpointId())) {
      throw new Conflict(
          "delivery_pending",
          "This message is on its way to the endpoint just now.",
          "Wait until the delivery has ended.");
    }
    Instant now = clock.instant();
    ReplayRequest wanted =
        new ReplayRequest(
            delivery.endpointId(), null, null, List.of(delivery.status()), null, null);
    Replay replay = new Replay(call, ReplayKind.ONE, wanted, 1, now);
    replay.advance(1, delivery.createdAt(), delivery.id().value(), now);
    replay.madeAll();
    replays.add(tenant, replay);
    DeliveryId made =
        with(c -> making.make(c, tenant, replay.id(), List.of(delivery.source()))).get(0);
    work.schedule(ReplayWork.REPLAY, tenant, replay.id().value(), now.plusSeconds(1));
    return traffic.delivery(tenant, made).orElseThrow();
  }

  private static List<UUID> messages(List<DeliveryRows.Row> deliveries) {
    return deliveries.stream().map(DeliveryRows.Row::message).toList();
  }

  public ReplayPreview preview(CallContext call, ReplayRequest wanted) {
    TenantId tenant = call.tenantId();
    Replay replay = checked(call, wanted);
    return with(
        c -> dead.preview(c, tenant, replay.dead(), wanted.ratePerMinute(), ReplayLimits.MOST));
  }

  public ReplayDetails start(CallContext call, ReplayRequest wanted) {
    TenantId tenant = call.tenantId();
    Replay replay = checked(call, wanted);
    replays.oneByOne(tenant);
    if (replays.countRunning(tenant, ReplayKind.MANY) >= ReplayLimits.RUNNING) {
      throw new Conflict(
          "too_many_replays",
          ReplayLimits.RUNNING + " replays are running already.",
          "Wait until one has completed, or cancel it.");
    }
    long count = with(c -> dead.count(c, tenant, replay.dead(), ReplayLimits.MOST + 1));
    if (count > ReplayLimits.MOST) {
      throw new Conflict(
          "replay_too_large",
          "It would send more than " + ReplayLimits.MOST + " messages.",
          "Take a shorter time, one endpoint or fewer types; the rest can follow.");
    }
    replay.expect(count);
    replays.add(tenant, replay);
    work.schedule(ReplayWork.REPLAY, tenant, replay.id().value(), clock.instant());
    return replays.details(tenant, replay.id()).orElseThrow();
  }

  private Replay checked(CallContext call, ReplayRequest wanted) {
    int pending = wanted.status().indexOf(DeliveryStatus.PENDING);
    if (pending >= 0) {
      throw Invalid.at(
          "/status/" + pending, "value", "What is pending is on its way, and not sent again.");
    }
    if (wanted.from() != null && wanted.to() != null && !wanted.from().isBefore(wanted.to())) {
      throw Invalid.at("/from", "range", "from must be before to.");
    }
    if (wanted.endpointId() != null) {
      requireEnabled(call.tenantId(), wanted.endpointId());
    }
    return new Replay(call, ReplayKind.MANY, wanted, 0, clock.instant());
  }

  private void requireEnabled(TenantId tenant, WebhookEndpointId id) {
    WebhookEndpoint endpoint =
        webhooks.endpoint(tenant, id).orElseThrow(() -> new NotFound("webhook_endpoint"));
    EndpointStatus status = endpoint.status();
    if (status != EndpointStatus.ENABLED) {
      throw new Conflict(
          "endpoint_not_enabled",
          "The endpoint is " + WireNames.of(status) + ".",
          "Enable it first: what is sent to it now would be skipped.");
    }
    endpoint.requireConsent();
  }

  public ReplayDetails cancel(TenantId tenant, ReplayId id) {
    Replay replay = replays.locked(tenant, id).orElseThrow(() -> new NotFound("replay"));
    Instant now = clock.instant();
    replay.cancel(now);
    with(
        c -> {
          rows.cancel(c, tenant, id, now);
          return null;
        });
    work.schedule(ReplayWork.REPLAY, tenant, id.value(), now.plusSeconds(1));
    return replays.details(tenant, id).orElseThrow();
  }
}
