package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.AttemptDetails;
import org.freehold.webhooks.AttemptFilter;
import org.freehold.webhooks.DeliveryCounts;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryFilter;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.MessageDetails;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.MessageWithBody;
import org.freehold.webhooks.TimeRange;

/** The messages, deliveries and attempts of one tenant, to be looked at. */
@ApplicationScoped
public class TrafficRepository {
  private static final List<String> NEWEST_FIRST = List.of("-created_at");
  private static final List<String> LAST_RECORDED_FIRST = List.of("-id");

  @PersistenceContext private EntityManager em;

  public Page<MessageDetails> messages(
      TenantId tenant, String type, TimeRange made, PageRequest page) {
    return new ListQuery<>(Message.class, "select m from Message m", "m.id", m -> m.id().value())
        .where("m.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("m.type = :type", "type", type)
        .whereGiven("m.createdAt >= :from", "from", made.from())
        .whereGiven("m.createdAt < :to", "to", made.to())
        .page(
            em,
            page,
            Sort.of(page.sort(), NEWEST_FIRST),
            new ListQuery.Column<>("m.createdAt", Instant::parse, Message::createdAt),
            Message::details);
  }

  public Optional<Message> find(TenantId tenant, MessageId id) {
    return Optional.ofNullable(em.find(Message.class, key(tenant, id)));
  }

  public Optional<MessageWithBody> message(TenantId tenant, MessageId id) {
    return find(tenant, id).map(message -> message.withBody(DeliveryCounts.of(counts(tenant, id))));
  }

  private Map<String, Long> counts(TenantId tenant, MessageId message) {
    return em.createQuery(
            "select d.status, count(d.id) from Delivery d where d.tenantId = :tenant"
                + " and d.messageId = :message group by d.status",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .setParameter("message", message.value())
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  public Optional<DeliveryDetails> delivery(TenantId tenant, DeliveryId id) {
    return Optional.ofNullable(em.find(Delivery.class, key(tenant, id)))
        .map(delivery -> told(tenant, List.of(delivery)).get(0));
  }

  /** Until the transaction ends nobody else may change it. */
  public Optional<Delivery> locked(TenantId tenant, DeliveryId id) {
    return Optional.ofNullable(
        em.find(Delivery.class, key(tenant, id), LockModeType.PESSIMISTIC_WRITE));
  }

  public Page<DeliveryDetails> deliveries(
      TenantId tenant, DeliveryFilter filter, PageRequest page) {
    Page<Delivery> found =
        new ListQuery<>(Delivery.class, "select d from Delivery d", "d.id", d -> d.id().value())
            .where("d.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven("d.endpointId = :endpoint", "endpoint", value(filter.endpointId()))
            .whereGiven("d.messageId = :message", "message", value(filter.messageId()))
            .whereGiven("d.status = :status", "status", name(filter.status()))
            .whereGiven("d.type = :type", "type", filter.type())
            .whereGiven("d.createdAt >= :from", "from", filter.made().from())
            .whereGiven("d.createdAt < :to", "to", filter.made().to())
            .page(
                em,
                page,
                Sort.of(page.sort(), NEWEST_FIRST),
                new ListQuery.Column<>("d.createdAt", Instant::parse, Delivery::createdAt),
                delivery -> delivery);
    return new Page<>(told(tenant, found.items()), found.next());
  }

  /** In the order of their ids, which is that in which they were recorded. */
  public Page<AttemptDetails> attempts(TenantId tenant, AttemptFilter filter, PageRequest page) {
    Instant from = filter.made().from();
    Page<DeliveryAttempt> found =
        new ListQuery<>(
                DeliveryAttempt.class,
                "select a from DeliveryAttempt a",
                "a.id",
                DeliveryAttempt::id)
            .where("a.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven(
                "a.deliveryId in (select d.id from Delivery d where d.tenantId = :tenant"
                    + " and d.endpointId = :endpoint)",
                "endpoint",
                value(filter.endpointId()))
            .whereGiven("a.deliveryId = :delivery", "delivery", value(filter.deliveryId()))
            .whereGiven("a.error = :error", "error", name(filter.error()))
            .whereGiven("a.attemptedAt >= :from", "from", from)
            // Recorded after it was attempted: older months are not even looked at.
            .whereGiven("a.id >= :first", "first", from == null ? null : Uuid7.first(from))
            .whereGiven("a.attemptedAt < :to", "to", filter.made().to())
            .page(
                em,
                page,
                Sort.of(page.sort(), LAST_RECORDED_FIRST),
                new ListQuery.Column<>("a.id", UUID::fromString, DeliveryAttempt::id),
                attempt -> attempt);
    Map<UUID, Delivery> deliveries = deliveries(tenant, found.items());
    return new Page<>(
        found.items().stream().map(one -> one.listed(deliveries.get(one.deliveryId()))).toList(),
        found.next());
  }

  private Map<UUID, Delivery> deliveries(TenantId tenant, List<DeliveryAttempt> attempts) {
    if (attempts.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select d from Delivery d where d.tenantId = :tenant and d.id in :ids", Delivery.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", attempts.stream().map(DeliveryAttempt::deliveryId).distinct().toList())
        .getResultStream()
        .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
  }

  /** With their attempts, in one statement more. */
  private List<DeliveryDetails> told(TenantId tenant, List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<DeliveryDetails.Attempt>> attempts =
        em.createQuery(
                "select a from DeliveryAttempt a where a.tenantId = :tenant"
                    + " and a.deliveryId in :deliveries order by a.id",
                DeliveryAttempt.class)
            .setParameter("tenant", tenant.value())
            .setParameter("deliveries", deliveries.stream().map(d -> d.id().value()).toList())
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    DeliveryAttempt::deliveryId,
                    Collectors.mapping(DeliveryAttempt::details, Collectors.toList())));
    return deliveries.stream()
        .map(d -> d.details(attempts.getOrDefault(d.id().value(), List.of())))
        .toList();
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }

  private static String name(Enum<?> constant) {
    return constant == null ? null : WireNames.of(constant);
  }

  private static TenantRowKey key(TenantId tenant, EntityId id) {
    return new TenantRowKey(tenant, id.value());
  }
}
