package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.DeliveryCounts;
import org.freehold.webhooks.ReplayId;
import org.freehold.webhooks.ReplayKind;

/** The short transactions of replays: each makes what is due of one and says how far it is. */
@Stateless
public class ReplaySteps {
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);
  private static final Duration UNTIL_WELL = Duration.ofSeconds(30);

  @PersistenceContext private EntityManager em;
  @Inject private ReplayRepository replays;
  @Inject private DeadRows dead;
  @Inject private ReplayRows rows;
  @Inject private ReplayMaking making;
  @Inject private Clock clock;

  /** Makes what is due, and answers when there is more to do; empty: never. */
  public Optional<Duration> step(ReplayId id) {
    TenantId tenant = CurrentCall.tenantId();
    Replay replay = replays.locked(tenant, id).orElse(null);
    if (replay == null) {
      return Optional.empty();
    }
    DeliveryCounts counts = replays.counts(tenant, id);
    if (!replay.isRunning()) {
      return cancelOn(tenant, id, counts);
    }
    if (replay.isAllMade()) {
      return end(replay, counts);
    }
    if (replay.kind() == ReplayKind.REDRIVE && !replays.isWell(tenant, replay.endpoint())) {
      return Optional.of(UNTIL_WELL);
    }
    try {
      make(tenant, replay, counts);
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be made again", e);
    }
    return Optional.of(replay.isAllMade() ? SHORTEST_LOOK : replay.pace().pause());
  }

  /** What could not be ended when it was cancelled, as it was being recorded, is ended now. */
  private Optional<Duration> cancelOn(TenantId tenant, ReplayId id, DeliveryCounts counts) {
    if (counts.pending() == 0) {
      return Optional.empty();
    }
    try {
      rows.cancel(em.unwrap(Connection.class), tenant, id, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be ended", e);
    }
    return Optional.of(SHORTEST_LOOK);
  }

  private Optional<Duration> end(Replay replay, DeliveryCounts counts) {
    if (counts.pending() == 0) {
      replay.complete(clock.instant());
      return Optional.empty();
    }
    // Soon at first, then seldom: what a receiver refuses is tried for days.
    Duration next = Duration.between(replay.steppedAt(), clock.instant()).dividedBy(4);
    if (next.compareTo(SHORTEST_LOOK) < 0) {
      return Optional.of(SHORTEST_LOOK);
    }
    return Optional.of(next.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : next);
  }

  private void make(TenantId tenant, Replay replay, DeliveryCounts counts) throws SQLException {
    Instant now = clock.instant();
    Duration since = Duration.between(replay.steppedAt(), now);
    int most = replay.pace().now(since, replay.made(), counts.pending());
    if (most == 0) {
      return;
    }
    // Else two replays would choose the same before either has made it.
    replays.oneByOne(tenant);
    Connection connection = em.unwrap(Connection.class);
    List<DeadRows.Source> sources = dead.next(connection, tenant, replay.dead(), most);
    rows.keepMessages(
        connection, tenant, sources.stream().map(DeadRows.Source::message).distinct().toList());
    making.make(connection, tenant, replay.id(), sources);
    if (!sources.isEmpty()) {
      DeadRows.Source last = sources.get(sources.size() - 1);
      replay.advance(sources.size(), last.createdAt(), last.id(), now);
    }
    if (sources.size() < most) {
      replay.madeAll();
    }
  }
}
