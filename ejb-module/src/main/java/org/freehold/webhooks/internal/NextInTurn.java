package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.delivery.Turns;
import org.freehold.engine.delivery.Turns.Share;
import org.freehold.engine.delivery.Turns.Waiting;
import org.freehold.webhooks.internal.DueLook.Line;

/**
 * Claims in two levels: first who may begin how much, tenants and their endpoints in turn, then the
 * rows.
 */
@ApplicationScoped
public class NextInTurn {
  /** Endpoints of a long queue that are looked at together. */
  private static final int LINES = 400;

  /** Windows of one look while calls are under way, whose end brings the next look. */
  private static final int WINDOWS = 4;

  /** The least turns that the room of a node is good for. */
  private static final int TURNS = 10;

  @Inject private DueLook look;
  @Inject private DueClaims claims;
  @Inject private Receivers receivers;
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  private final Map<Lane, Line> last = new EnumMap<>(Lane.class);

  /** What may begin now, under a lease; empty when nothing may. */
  synchronized List<Claimed> claim(Lane lane, UnderWay underWay) {
    if (underWay.room(lane) <= 0) {
      return List.of();
    }
    Instant now = clock.instant();
    if (!settings.turns()) {
      return claim(lane, firstCome(lane, underWay.room(lane), now), now);
    }
    Optional<List<Line>> all = look.all(lane, now);
    if (all.isEmpty()) {
      return ofLongQueue(lane, underWay, now);
    }
    List<Line> mixed = new ArrayList<>(all.get());
    Collections.shuffle(mixed);
    return claim(lane, shares(lane, underWay, mixed, now), now);
  }

  /** Whatever is due for longest, whosever it is: only to measure what turns are worth. */
  private List<Share> firstCome(Lane lane, int room, Instant now) {
    return look.first(lane, room, now).stream()
        .map(line -> new Share(line.tenant(), line.endpoint(), line.count()))
        .toList();
  }

  /**
   * Goes on where the last look stopped, a window after the other until something is claimed or all
   * were looked at.
   */
  private List<Claimed> ofLongQueue(Lane lane, UnderWay underWay, Instant now) {
    int enough = underWay.bounds().ofEndpoint();
    Line start = last.getOrDefault(lane, Line.FIRST);
    Line from = start;
    boolean wrapped = false;
    boolean over = false;
    int windows =
        underWay.room(Lane.NORMAL) < underWay.bounds().ofNode() ? WINDOWS : Integer.MAX_VALUE;
    while (!over && windows > 0) {
      List<Line> lines = look.after(lane, from, LINES, enough, now);
      List<Share> shares = shares(lane, underWay, mixedWithinTenants(lines), now);
      List<Claimed> claimed = claim(lane, shares, now);
      if (!claimed.isEmpty()) {
        last.put(lane, lastServed(lines, shares));
        return claimed;
      }
      boolean isEnd = lines.size() < LINES;
      from = isEnd ? Line.FIRST : lines.get(lines.size() - 1);
      over = wrapped && isEnd || (wrapped || isEnd) && !from.isBefore(start);
      wrapped = wrapped || isEnd;
      windows--;
    }
    last.put(lane, from);
    return List.of();
  }

  /** The last line of the last tenant that got something: who stands behind it is next. */
  static Line lastServed(List<Line> lines, List<Share> shares) {
    Set<UUID> served = shares.stream().map(Share::tenant).collect(Collectors.toSet());
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (served.contains(lines.get(i).tenant())) {
        return lines.get(i);
      }
    }
    return Line.FIRST;
  }

  /** Tenants as they stand; of each another endpoint first every time. */
  private static List<Line> mixedWithinTenants(List<Line> lines) {
    Map<UUID, List<Line>> byTenant = new LinkedHashMap<>();
    lines.forEach(
        line -> byTenant.computeIfAbsent(line.tenant(), id -> new ArrayList<>()).add(line));
    byTenant.values().forEach(Collections::shuffle);
    return byTenant.values().stream().flatMap(Collection::stream).toList();
  }

  private List<Share> shares(Lane lane, UnderWay underWay, List<Line> lines, Instant now) {
    List<Waiting> waiting = underWay.waiting(lines, (one, most) -> receivers.room(one, most, now));
    int bound = tenantBound(underWay.bounds());
    Map<UUID, Integer> rooms =
        underWay.rooms(waiting.stream().map(Waiting::tenant).distinct().toList());
    Set<UUID> quiet =
        rooms.entrySet().stream()
            .filter(one -> one.getValue() == underWay.bounds().ofTenant())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    rooms.replaceAll((tenant, room) -> Math.max(0, room - underWay.bounds().ofTenant() + bound));
    int room = underWay.room(lane);
    int kept = kept(underWay.bounds()) - (underWay.room(Lane.NORMAL) - room);
    boolean noReplay = underWay.held().stream().noneMatch(one -> one.lane() == Lane.REPLAY);
    if (lane == Lane.REPLAY && noReplay) {
      kept = Math.min(kept, room - 1);
    }
    // What a tenant gets together is read and recorded together; scarce room is given one by one.
    int together = Math.max(1, room / TURNS);
    List<Share> shares = Turns.share(room, kept, quiet, together, rooms, waiting);
    boolean isFull = shares.stream().mapToInt(Share::count).sum() >= room - Math.max(0, kept);
    return lane == Lane.NORMAL && noReplay && isFull && look.anyWaits(Lane.REPLAY, now)
        ? Turns.share(room - 1, kept, quiet, together, rooms, waiting)
        : shares;
  }

  /** A third of the node at the most: two tenants whose receivers hang leave room for others. */
  static int tenantBound(UnderWay.Bounds bounds) {
    return Math.min(bounds.ofTenant(), Math.max(1, bounds.ofNode() / 3));
  }

  /** For tenants with nothing under way. */
  static int kept(UnderWay.Bounds bounds) {
    return bounds.ofNode() / 10;
  }

  private List<Claimed> claim(Lane lane, List<Share> shares, Instant now) {
    return shares.isEmpty() ? List.of() : claims.deliveries(lane, shares, settings.lease(), now);
  }
}
