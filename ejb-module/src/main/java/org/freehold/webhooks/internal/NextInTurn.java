package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.engine.delivery.Turns;
import org.freehold.engine.delivery.Turns.Share;
import org.freehold.engine.delivery.Turns.Waiting;
import org.freehold.platform.work.WorkSettings;

/**
 * Claims in two levels: first who may begin how much, tenants and their endpoints in turn, then the
 * rows.
 */
@ApplicationScoped
public class NextInTurn {
  private static final UUID FIRST = new UUID(0, 0);

  /** Endpoints of a long queue that are looked at together. */
  private static final int LINES = 400;

  @Inject private DueLook look;
  @Inject private DueClaims claims;
  @Inject private Receivers receivers;
  @Inject private WorkSettings settings;
  @Inject private Clock clock;
  private final Map<Lane, UUID> last = new EnumMap<>(Lane.class);

  /** What may begin now, under a lease; empty when nothing may. */
  synchronized List<Claimed> claim(Lane lane, UnderWay underWay) {
    int room = underWay.room(lane);
    if (room <= 0) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Waiting> waiting =
        underWay.waiting(lines(lane, underWay, now), (one, most) -> receivers.room(one, most, now));
    Map<UUID, Integer> rooms =
        underWay.rooms(waiting.stream().map(Waiting::tenant).distinct().toList());
    List<Share> shares = Turns.share(room, rooms, waiting);
    return shares.isEmpty() ? List.of() : claims.deliveries(lane, shares, settings.lease(), now);
  }

  private List<DueLook.Line> lines(Lane lane, UnderWay underWay, Instant now) {
    Optional<List<DueLook.Line>> all = look.all(lane, now);
    if (all.isPresent()) {
      List<DueLook.Line> mixed = new ArrayList<>(all.get());
      Collections.shuffle(mixed);
      return mixed;
    }
    int enough = underWay.bounds().ofEndpoint();
    UUID from = last.getOrDefault(lane, FIRST);
    List<DueLook.Line> lines = new ArrayList<>(look.after(lane, from, LINES, enough, now));
    if (lines.size() < LINES && !from.equals(FIRST)) {
      last.put(lane, FIRST);
      look.after(lane, FIRST, LINES - lines.size(), enough, now).stream()
          .takeWhile(line -> line.tenant().toString().compareTo(from.toString()) <= 0)
          .forEach(lines::add);
    }
    last.put(lane, lastWhole(lines));
    return lines;
  }

  /** The last tenant of which all endpoints were looked at. */
  private static UUID lastWhole(List<DueLook.Line> lines) {
    if (lines.isEmpty()) {
      return FIRST;
    }
    UUID last = lines.get(lines.size() - 1).tenant();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!lines.get(i).tenant().equals(last)) {
        return lines.get(i).tenant();
      }
    }
    return last;
  }
}
