package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.delivery.Turns.Share;
import org.freehold.engine.delivery.Turns.Waiting;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Random random = new Random(3);

  @Test
  void aLongQueueTakesNothingFromAShortOne() {
    UUID noisy = id();
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      waiting.add(new Waiting(noisy, id(), 100_000, 8));
    }
    List<UUID> quiet = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      quiet.add(id());
      waiting.add(new Waiting(quiet.get(i), id(), 1, 8));
    }
    Map<UUID, Integer> given = byTenant(Turns.share(24, 0, Set.of(), 1, Map.of(), waiting));
    quiet.forEach(one -> assertThat(given).containsEntry(one, 1));
    assertThat(given).containsEntry(noisy, 4);
  }

  @Test
  void whatIsKeptIsForWhoHasNothingUnderWay() {
    UUID busy = id();
    UUID quiet = id();
    List<Waiting> waiting =
        List.of(new Waiting(busy, id(), 100, 100), new Waiting(quiet, id(), 100, 100));
    assertThat(byTenant(Turns.share(4, 4, Set.of(quiet), 1, Map.of(), waiting)))
        .containsOnly(Map.entry(quiet, 1));
    assertThat(byTenant(Turns.share(6, 2, Set.of(), 1, Map.of(), waiting)))
        .containsOnly(Map.entry(busy, 2), Map.entry(quiet, 2));
    assertThat(byTenant(Turns.share(5, 4, Set.of(quiet), 1, Map.of(), waiting)))
        .containsOnly(Map.entry(busy, 1), Map.entry(quiet, 1));
  }

  @Test
  void whoTakesMoreInATurnLeavesFewerTenantsATurn() {
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      UUID tenant = id();
      waiting.add(new Waiting(tenant, id(), 100, 8));
      waiting.add(new Waiting(tenant, id(), 100, 8));
    }
    List<Share> shares = Turns.share(40, 0, Set.of(), 10, Map.of(), waiting);
    Map<UUID, Integer> given = byTenant(shares);
    assertThat(given.values()).containsExactly(10, 10, 10, 10);
    assertThat(given).containsOnlyKeys(tenants(waiting.subList(0, 8)));
    // Within a tenant the endpoints have their turns one by one.
    assertThat(shares).extracting(Share::count).containsOnly(5);
  }

  @Test
  void whoIsQuietGetsOneOfWhatIsKeptWhateverIsTakenTogether() {
    UUID quiet = id();
    UUID busy = id();
    List<Waiting> waiting =
        List.of(new Waiting(quiet, id(), 100, 100), new Waiting(busy, id(), 100, 100));
    assertThat(byTenant(Turns.share(4, 4, Set.of(quiet), 10, Map.of(), waiting)))
        .containsOnly(Map.entry(quiet, 1));
    assertThat(byTenant(Turns.share(30, 4, Set.of(quiet), 10, Map.of(), waiting)))
        .containsOnly(Map.entry(quiet, 16), Map.entry(busy, 10));
  }

  @Test
  void noBoundIsExceededAndNoRoomIsLeftThatSomebodyWants() {
    for (int round = 0; round < 2000; round++) {
      List<Waiting> waiting = waiting();
      Map<UUID, Integer> rooms = new HashMap<>();
      waiting.forEach(one -> rooms.putIfAbsent(one.tenant(), random.nextInt(20)));
      int room = random.nextInt(60);
      List<Share> shares = Turns.share(room, 0, Set.of(), 1 + random.nextInt(12), rooms, waiting);
      Map<UUID, Integer> given = byTenant(shares);
      int all = given.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(all).isLessThanOrEqualTo(room);
      given.forEach((tenant, count) -> assertThat(count).isLessThanOrEqualTo(rooms.get(tenant)));
      Map<UUID, Integer> wanted = new HashMap<>();
      for (Waiting one : waiting) {
        wanted.merge(one.tenant(), one.wanted(), Integer::sum);
        assertThat(share(shares, one.endpoint())).isLessThanOrEqualTo(one.wanted());
      }
      int possible =
          wanted.entrySet().stream()
              .mapToInt(one -> Math.min(one.getValue(), rooms.get(one.getKey())))
              .sum();
      assertThat(all).isEqualTo(Math.min(room, possible));
    }
  }

  /** Max-min fair: who has less than another by two or more wanted no more, or was at its bound. */
  @Test
  void whoHasLessWantedNoMore() {
    for (int round = 0; round < 2000; round++) {
      List<Waiting> waiting = waiting();
      List<Share> shares = Turns.share(random.nextInt(60), 0, Set.of(), 1, Map.of(), waiting);
      Map<UUID, Integer> given = byTenant(shares);
      Map<UUID, Integer> wanted = new HashMap<>();
      waiting.forEach(one -> wanted.merge(one.tenant(), one.wanted(), Integer::sum));
      wanted.forEach(
          (tenant, wish) ->
              wanted.forEach(
                  (other, ignored) -> {
                    int mine = given.getOrDefault(tenant, 0);
                    if (mine < given.getOrDefault(other, 0) - 1) {
                      assertThat(mine).isEqualTo(wish);
                    }
                  }));
      for (Waiting one : waiting) {
        for (Waiting other : waiting) {
          if (one.tenant().equals(other.tenant())
              && share(shares, one.endpoint()) < share(shares, other.endpoint()) - 1) {
            assertThat(share(shares, one.endpoint())).isEqualTo(one.wanted());
          }
        }
      }
    }
  }

  private List<Waiting> waiting() {
    List<Waiting> waiting = new ArrayList<>();
    int tenants = 1 + random.nextInt(6);
    for (int t = 0; t < tenants; t++) {
      UUID tenant = id();
      int endpoints = 1 + random.nextInt(5);
      for (int e = 0; e < endpoints; e++) {
        waiting.add(new Waiting(tenant, id(), random.nextInt(30), random.nextInt(9)));
      }
    }
    return waiting;
  }

  private static UUID[] tenants(List<Waiting> waiting) {
    return waiting.stream().map(Waiting::tenant).distinct().toArray(UUID[]::new);
  }

  private static int share(List<Share> shares, UUID endpoint) {
    return shares.stream()
        .filter(one -> one.endpoint().equals(endpoint))
        .mapToInt(Share::count)
        .sum();
  }

  private static Map<UUID, Integer> byTenant(List<Share> shares) {
    Map<UUID, Integer> given = new HashMap<>();
    shares.forEach(one -> given.merge(one.tenant(), one.count(), Integer::sum));
    return given;
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
