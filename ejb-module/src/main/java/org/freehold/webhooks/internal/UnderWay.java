package org.freehold.webhooks.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntBiFunction;
import org.freehold.engine.delivery.Turns.Waiting;

/**
 * What this node is at, and how much more it may begin: receivers that hang hold up neither other
 * endpoints nor other tenants.
 */
final class UnderWay {
  /** How many calls may be under way at once. */
  record Bounds(int ofNode, int ofTenant, int ofEndpoint) {
    /** Calls under way, and those that are over and not yet on record. */
    int ofHeld() {
      return 4 * ofNode;
    }

    /** What is repeated leaves most of the node to what happens now. */
    int ofReplays() {
      return Math.max(1, ofNode / 4);
    }
  }

  /** No call takes as long: its deadline is thirty seconds. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Bounds bounds;
  private final Map<UUID, Integer> ofTenant = new HashMap<>();
  private final Map<UUID, Integer> ofEndpoint = new HashMap<>();

  /** With the end of their leases, in nanoseconds of this node's clock. */
  private final Map<Claimed, Long> held = new ConcurrentHashMap<>();

  /** Those of the held that are being called, with the moment after which nobody believes it. */
  private final Map<Claimed, Instant> calling = new HashMap<>();

  private int all;
  private boolean closed;
  private int replays;

  UnderWay(Bounds bounds) {
    this.bounds = bounds;
  }

  synchronized void begin(Collection<Claimed> claimed, Instant now) {
    for (Claimed one : claimed) {
      held.put(one, one.until());
      calling.put(one, now.plus(LONGEST));
      all++;
      replays += one.lane() == Lane.REPLAY ? 1 : 0;
      ofTenant.merge(one.tenant().value(), 1, Integer::sum);
      ofEndpoint.merge(one.endpoint(), 1, Integer::sum);
    }
  }

  /** The call is over; its lease is still held. Told twice, it counts once. */
  synchronized void end(Claimed one) {
    if (calling.remove(one) == null) {
      return;
    }
    all--;
    replays -= one.lane() == Lane.REPLAY ? 1 : 0;
    ofTenant.computeIfPresent(one.tenant().value(), (id, count) -> count == 1 ? null : count - 1);
    ofEndpoint.computeIfPresent(one.endpoint(), (id, count) -> count == 1 ? null : count - 1);
  }

  /** What came of it is on record, or it was given back. */
  void letGo(Collection<Claimed> claimed) {
    claimed.forEach(held::remove);
  }

  /** Their leases are held until then. */
  void hold(Collection<Claimed> claimed, long until) {
    claimed.forEach(one -> held.computeIfPresent(one, (same, before) -> until));
  }

  /**
   * Whether nobody else can have it: its lease has not ended, by a clock that goes on while this
   * node is stopped.
   */
  boolean isOurs(Claimed one, long now) {
    Long until = held.get(one);
    return until != null && now - until < 0;
  }

  /** Ends and lets go of those whose calls should have ended long ago, and tells them. */
  synchronized List<Claimed> forget(Instant now) {
    List<Claimed> lost =
        calling.entrySet().stream()
            .filter(one -> one.getValue().isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    lost.forEach(this::end);
    letGo(lost);
    return lost;
  }

  List<Claimed> held() {
    return List.copyOf(held.keySet());
  }

  /** From now on there is no room. */
  synchronized void close() {
    closed = true;
  }

  synchronized int room(Lane lane) {
    if (closed) {
      return 0;
    }
    int free = Math.min(bounds.ofNode() - all, bounds.ofHeld() - held.size());
    return lane == Lane.NORMAL ? free : Math.min(free, bounds.ofReplays() - replays);
  }

  /** How many more calls each of the tenants may have. */
  synchronized Map<UUID, Integer> rooms(Collection<UUID> tenants) {
    Map<UUID, Integer> rooms = new HashMap<>();
    tenants.forEach(
        one -> rooms.put(one, Math.max(0, bounds.ofTenant() - ofTenant.getOrDefault(one, 0))));
    return rooms;
  }

  /** The lines with the room that their endpoints have, of what {@code receivers} leave them. */
  synchronized List<Waiting> waiting(
      List<DueLook.Line> lines, ToIntBiFunction<UUID, Integer> receivers) {
    List<Waiting> waiting = new ArrayList<>();
    for (DueLook.Line line : lines) {
      int room = bounds.ofEndpoint() - ofEndpoint.getOrDefault(line.endpoint(), 0);
      int left = line.count() == 0 || room <= 0 ? 0 : receivers.applyAsInt(line.endpoint(), room);
      waiting.add(new Waiting(line.tenant(), line.endpoint(), line.count(), left));
    }
    return waiting;
  }

  Bounds bounds() {
    return bounds;
  }
}
