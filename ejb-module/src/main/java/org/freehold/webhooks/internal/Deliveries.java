package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Node;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.EndpointConsents;
import org.freehold.webhooks.EndpointFailures;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.SecretRotations;
import org.freehold.webhooks.internal.DeliveryRows.Body;
import org.freehold.webhooks.internal.DeliveryRows.Change;
import org.freehold.webhooks.internal.DeliveryRows.Row;
import org.freehold.webhooks.internal.DueClaims.Back;
import org.freehold.webhooks.internal.HealthRows.News;

/**
 * The short transactions around deliveries of a tenant; none is open while a receiver is called.
 */
@Stateless
public class Deliveries {
  private static final Logger LOG = System.getLogger(Deliveries.class.getName());

  /** Before what failed through our own fault is tried again. */
  private static final Duration OUR_FAULT = Duration.ofSeconds(30);

  /** Before somebody looks whether a receiver that is asked for its consent has answered. */
  private static final Duration CONSENT = Duration.ofSeconds(2);

  /** Before somebody looks whether the one call that asks a receiver has been answered. */
  private static final Duration ASKED = Duration.ofSeconds(1);

  /** That call and the record of it take no longer than its time-out and this. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  @PersistenceContext private EntityManager em;
  @Inject private WebhookRepository webhooks;
  @Inject private DeliveryRows rows;
  @Inject private HealthRows healths;
  @Inject private Calls calls;
  @Inject private SecretRotations rotations;
  @Inject private WebhookSettings settings;
  @Inject private Node node;
  @Inject private Event<EndpointRecovered> recovered;
  @Inject private FailingEndpoints failing;
  @Inject private EndpointFailures failures;
  @Inject private EndpointConsents consents;
  @Inject private Clock clock;

  /** What of the claimed is to be sent; the rest ends here, or is given back. */
  public ToSend next(List<Claimed> claimed) {
    TenantId tenant = CurrentCall.tenantId();
    Connection connection = em.unwrap(Connection.class);
    try {
      Map<UUID, Row> found =
          rows.read(connection, tenant, claimed.stream().map(Claimed::subject).toList()).stream()
              .collect(Collectors.toMap(Row::id, Function.identity()));
      Map<UUID, Body> bodies =
          rows.bodies(
              connection, tenant, found.values().stream().map(Row::message).distinct().toList());
      List<UUID> ids = claimed.stream().map(Claimed::endpoint).distinct().toList();
      Map<UUID, Health> fares = healths.read(connection, tenant, ids);
      Map<UUID, WebhookEndpoint> endpoints =
          webhooks.endpoints(tenant, ids).stream()
              .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
      ToSend send = new ToSend(new ArrayList<>(), new ArrayList<>());
      List<Change> over = new ArrayList<>();
      Set<UUID> asked = new HashSet<>();
      for (Claimed one : inOneOrder(claimed)) {
        Row row = found.get(one.subject());
        WebhookEndpoint endpoint = endpoints.get(one.endpoint());
        Body body = row == null ? null : bodies.get(row.message());
        Change end = end(one, row, body, endpoint);
        Health health = fares.getOrDefault(one.endpoint(), Health.UNKNOWN);
        if (end == null && endpoint.awaitsConsent()) {
          send.back().add(new Back(one, clock.instant().plus(CONSENT), false));
        } else if (end == null && !mayBegin(connection, tenant, endpoint, health, asked)) {
          send.back().add(new Back(one, clock.instant().plus(ASKED), false));
        } else if (end == null) {
          add(send, one, row, body, endpoint, health);
        } else {
          over.add(end);
        }
      }
      rows.change(connection, tenant, over, clock.instant());
      return send;
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be read", e);
    }
  }

  /** As everybody goes through endpoints who changes what is known of their health. */
  private static List<Claimed> inOneOrder(List<Claimed> claimed) {
    return claimed.stream().sorted(Comparator.comparing(one -> one.endpoint().toString())).toList();
  }

  /** Of an endpoint that is left alone, one delivery asks when the pause is over, of one node. */
  private boolean mayBegin(
      Connection connection,
      TenantId tenant,
      WebhookEndpoint endpoint,
      Health health,
      Set<UUID> asked)
      throws SQLException {
    Instant now = clock.instant();
    if (!health.isToBeAsked(now)) {
      return true;
    }
    UUID id = endpoint.id().value();
    Instant until = now.plusSeconds(endpoint.calls().timeoutSeconds()).plus(ANSWER);
    return asked.add(id) && healths.mayAsk(connection, tenant, id, health.openUntil(), until);
  }

  private void add(
      ToSend send, Claimed one, Row row, Body body, WebhookEndpoint endpoint, Health health) {
    try {
      send.ready()
          .add(
              new Ready(
                  one,
                  calls.of(endpoint, row, body),
                  row.attempts() + 1,
                  settings.schedule(endpoint.calls()),
                  endpoint.callsPerMinute(),
                  row.createdAt(),
                  body.test(),
                  health));
    } catch (RuntimeException e) {
      // Of this endpoint alone: a secret that cannot be opened, a key that cannot be read.
      LOG.log(Level.WARNING, "Endpoint " + one.endpoint() + " cannot be called", e);
      send.back().add(InTenant.later(one, clock.instant()));
    }
  }

  /** How it ends unsent; null when it is to be sent. */
  private static Change end(Claimed claimed, Row row, Body body, WebhookEndpoint endpoint) {
    if (body == null) {
      return new Change(claimed, DeliveryStatus.SKIPPED, Reasons.FORGOTTEN, null, null);
    }
    if (row.status() != DeliveryStatus.PENDING) {
      return new Change(claimed, row.status(), null, null, null);
    }
    if (endpoint == null) {
      return new Change(claimed, DeliveryStatus.EXHAUSTED, Reasons.DELETED, null, null);
    }
    if (endpoint.status() != EndpointStatus.ENABLED) {
      return new Change(
          claimed, DeliveryStatus.SKIPPED, Reasons.notEnabled(endpoint.status()), null, null);
    }
    return endpoint.hasConsent() || endpoint.awaitsConsent()
        ? null
        : new Change(claimed, DeliveryStatus.SKIPPED, Reasons.NO_CONSENT, null, null);
  }

  /**
   * Records attempts, and what becomes of their deliveries with them. When a node lost its lease
   * and two attempts were made, the other node's counts, and one that arrived.
   */
  public void record(List<Result> results) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    Connection connection = em.unwrap(Connection.class);
    Map<UUID, Health> fares;
    try {
      // As it is now: others may have failed since these calls began.
      fares = healths.read(connection, tenant, endpoints(results));
      rows.attempts(connection, tenant, node.name(), results);
      rows.change(
          connection, tenant, results.stream().map(result -> change(result, now)).toList(), now);
      failing.judge(
          connection, tenant, healths.tell(connection, tenant, news(results, fares, now)), now);
    } catch (SQLException e) {
      throw new IllegalStateException("Attempts could not be recorded", e);
    }
    results.stream()
        .filter(result -> result.arrived() && health(result, fares).failingSince() != null)
        .map(result -> result.ready().call().endpoint())
        .distinct()
        .forEach(endpoint -> recovered.fire(new EndpointRecovered(endpoint)));
    results.stream()
        .filter(result -> result.arrived() && result.ready().test())
        .map(Result::ready)
        .forEach(ready -> rotations.accept(ready.call().endpoint(), ready.createdAt()));
    results.stream()
        .filter(result -> result.outcome().isGone())
        .map(result -> result.ready().call().endpoint())
        .distinct()
        .forEach(endpoint -> failures.disable(endpoint, "The receiver answered 410 Gone."));
    results.stream()
        .filter(result -> result.outcome().needsConsent())
        .map(result -> result.ready().call())
        .collect(Collectors.toMap(Call::endpoint, Call::url, (one, other) -> one))
        .forEach(consents::demand);
  }

  private Change change(Result result, Instant now) {
    Claimed claimed = result.ready().claimed();
    int number = result.ready().number();
    if (result.arrived()) {
      return new Change(claimed, DeliveryStatus.DELIVERED, null, number, null);
    }
    if (!result.counted()) {
      Instant next = result.openUntil() == null ? now.plus(OUR_FAULT) : result.openUntil();
      return new Change(claimed, DeliveryStatus.PENDING, null, null, next);
    }
    if (result.outcome().isGone()) {
      return new Change(claimed, DeliveryStatus.EXHAUSTED, Reasons.GONE, number, null);
    }
    Optional<Instant> again =
        result
            .ready()
            .schedule()
            .next(number, now, result.outcome().retryAfter(), ThreadLocalRandom.current());
    return again
        .map(next -> new Change(claimed, DeliveryStatus.PENDING, null, number, next))
        .orElseGet(
            () -> new Change(claimed, DeliveryStatus.EXHAUSTED, Reasons.RETRIES, number, null));
  }

  private static List<UUID> endpoints(List<Result> results) {
    return results.stream().map(one -> one.ready().claimed().endpoint()).distinct().toList();
  }

  private static Health health(Result result, Map<UUID, Health> fares) {
    return fares.getOrDefault(result.ready().claimed().endpoint(), Health.UNKNOWN);
  }

  private static List<News> news(List<Result> results, Map<UUID, Health> fares, Instant now) {
    Map<UUID, List<Result>> byEndpoint = new LinkedHashMap<>();
    for (Result result : results) {
      if (result.counted()) {
        byEndpoint
            .computeIfAbsent(result.ready().claimed().endpoint(), id -> new ArrayList<>())
            .add(result);
      }
    }
    List<News> news = new ArrayList<>();
    byEndpoint.forEach(
        (endpoint, told) ->
            of(endpoint, told, fares.getOrDefault(endpoint, Health.UNKNOWN), now)
                .ifPresent(news::add));
    return news;
  }

  private static Optional<News> of(
      UUID endpoint, List<Result> results, Health health, Instant now) {
    Instant success = null;
    Instant failure = null;
    Instant openUntil = null;
    int failures = 0;
    boolean worth = false;
    for (Result result : results) {
      openUntil = result.openUntil();
      if (result.arrived()) {
        success = result.outcome().attemptedAt();
        failure = null;
        failures = 0;
        worth = worth || health.isToldBySuccess(now);
      } else {
        failure = failure == null ? result.outcome().attemptedAt() : failure;
        failures++;
      }
    }
    return worth || failures > 0
        ? Optional.of(new News(endpoint, failure, success, failures, openUntil))
        : Optional.empty();
  }
}
