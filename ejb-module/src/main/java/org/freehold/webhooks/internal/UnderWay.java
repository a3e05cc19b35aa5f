package org.freehold.webhooks.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** What is repeated leaves most of the node to what happens now. */
    int ofReplays() {
      return Math.max(1, ofNode / 4);
    }
  }

  private final Bounds bounds;
  private final Map<UUID, Integer> ofTenant = new HashMap<>();
  private final Map<UUID, Integer> ofEndpoint = new HashMap<>();
  private final Set<Claimed> held = ConcurrentHashMap.newKeySet();
  private int all;
  private int replays;

  UnderWay(Bounds bounds) {
    this.bounds = bounds;
  }

  synchronized void begin(Collection<Claimed> claimed) {
    for (Claimed one : claimed) {
      held.add(one);
      all++;
      replays += one.lane() == Lane.REPLAY ? 1 : 0;
      ofTenant.merge(one.tenant().value(), 1, Integer::sum);
      ofEndpoint.merge(one.endpoint(), 1, Integer::sum);
    }
  }

  /** The call is over; its lease is still held. */
  synchronized void end(Claimed one) {
    all--;
    replays -= one.lane() == Lane.REPLAY ? 1 : 0;
    ofTenant.computeIfPresent(one.tenant().value(), (id, count) -> count == 1 ? null : count - 1);
    ofEndpoint.computeIfPresent(one.endpoint(), (id, count) -> count == 1 ? null : count - 1);
  }

  /** What came of it is on record, or it was given back. */
  void letGo(Collection<Claimed> claimed) {
    claimed.forEach(held::remove);
  }

  List<Claimed> held() {
    return List.copyOf(held);
  }

  synchronized int room(Lane lane) {
    int free = bounds.ofNode() - all;
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
