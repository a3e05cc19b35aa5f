package org.freehold.engine.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who may begin how much: tenants in turn, and the endpoints of a tenant in turn, so that a long
 * queue takes no room from a short one.
 */
public final class Turns {
  /**
   * Deliveries that wait at one endpoint.
   *
   * @param count that are due
   * @param room how many more the endpoint may have under way
   */
  public record Waiting(UUID tenant, UUID endpoint, int count, int room) {
    int wanted() {
      return Math.max(0, Math.min(count, room));
    }
  }

  /** How many of an endpoint's deliveries may begin now. */
  public record Share(UUID tenant, UUID endpoint, int count) {}

  private Turns() {}

  /**
   * Gives out the room one by one, some of it kept for who comes next.
   *
   * @param room on this node
   * @param kept of the room, given only to tenants with nothing under way, one to each
   * @param quiet the tenants with nothing under way
   * @param together how many a tenant gets at most each time that it has its turn
   * @param rooms how many more a tenant may have under way, by tenant
   * @param waiting in the order in which the tenants, and within them the endpoints, have their
   *     turn
   */
  public static List<Share> share(
      int room,
      int kept,
      Set<UUID> quiet,
      int together,
      Map<UUID, Integer> rooms,
      List<Waiting> waiting) {
    Map<UUID, Turn> tenants = new LinkedHashMap<>();
    for (Waiting one : waiting) {
      if (one.wanted() > 0) {
        tenants
            .computeIfAbsent(
                one.tenant(),
                tenant ->
                    new Turn(rooms.getOrDefault(tenant, Integer.MAX_VALUE), quiet.contains(tenant)))
            .add(one);
      }
    }
    Deque<Turn> ring = new ArrayDeque<>(tenants.values());
    int left = room;
    while (left > 0 && !ring.isEmpty()) {
      Turn turn = ring.poll();
      int given = 0;
      while (given < together && (left > kept || turn.isQuiet) && left > 0 && turn.take()) {
        given++;
        left--;
      }
      if (given > 0) {
        ring.add(turn);
      }
    }
    List<Share> shares = new ArrayList<>();
    tenants.values().forEach(turn -> turn.tell(shares));
    return shares;
  }

  /** One tenant's endpoints in their own ring. */
  private static final class Turn {
    private final Map<Waiting, Integer> given = new LinkedHashMap<>();
    private final Deque<Waiting> ring = new ArrayDeque<>();
    private int room;
    private boolean isQuiet;

    Turn(int room, boolean isQuiet) {
      this.room = room;
      this.isQuiet = isQuiet;
    }

    void add(Waiting waiting) {
      ring.add(waiting);
      given.put(waiting, 0);
    }

    /** False when nothing is left to begin. */
    boolean take() {
      if (room <= 0 || ring.isEmpty()) {
        return false;
      }
      Waiting next = ring.poll();
      room--;
      isQuiet = false;
      if (given.merge(next, 1, Integer::sum) < next.wanted()) {
        ring.add(next);
      }
      return true;
    }

    void tell(List<Share> shares) {
      given.forEach(
          (waiting, count) -> {
            if (count > 0) {
              shares.add(new Share(waiting.tenant(), waiting.endpoint(), count));
            }
          });
    }
  }
}
