package org.freehold.systemtests;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.freehold.systemtests.Crowd.Arrived;
import org.freehold.systemtests.Crowd.Manner;

/**
 * Messages of ten tenants to twenty endpoints of each, whose receivers are well, slow, recover, say
 * nothing or break off. Each message is wanted by two of them, and is sent, with a key, until it is
 * acknowledged.
 */
final class FireLoad {
  static final int RECEIVERS_OF_A_MESSAGE = 2;
  private static final int TENANTS = 10;
  private static final int LANES = 10;
  private static final int SENDERS = 4;
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final int ACCEPTED = 202;

  private final Crowd crowd;
  private final List<TestTenant> tenants = new ArrayList<>();
  private final List<String> endpoints = new ArrayList<>();

  /** The tenants' owners where the server is now. */
  private volatile List<Api> owners = List.of();

  private final Set<Arrived> wanted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private List<CompletableFuture<Void>> senders = List.of();

  FireLoad(Crowd crowd) {
    this.crowd = crowd;
    for (int i = 0; i < TENANTS; i++) {
      tenants.add(KilledInstallation.newTenant());
    }
    owners = tenants.stream().map(TestTenant::api).toList();
    for (int tenant = 0; tenant < TENANTS; tenant++) {
      OwnEvents.register(owners.get(tenant));
      for (int i = 0; i < LANES * RECEIVERS_OF_A_MESSAGE; i++) {
        String endpoint = endpoint(tenant, i);
        endpoints.add(endpoint);
        OwnEvents.endpointOf(
            i % LANES,
            owners.get(tenant),
            crowd.url(endpoint, manner(i + i / LANES)),
            "retry_schedule_seconds",
            List.of(1),
            "max_retries",
            20,
            "timeout_seconds",
            2);
      }
    }
  }

  private String endpoint(int tenant, int i) {
    return tenants.get(tenant).slug() + "-" + i;
  }

  private static Manner manner(int i) {
    return switch (i % 5) {
      case 0 -> Crowd.well();
      case 1 -> Crowd.slowly(Duration.ofMillis(50));
      case 2 -> Crowd.firstly(6, 503);
      case 3 -> Crowd.silently(3);
      default -> Crowd.firstly(6, Crowd.NOTHING);
    };
  }

  /** Begins to send so many. */
  void begin(int messages) {
    senders =
        IntStream.range(0, SENDERS)
            .mapToObj(i -> CompletableFuture.runAsync(() -> send(messages)))
            .toList();
  }

  private void send(int messages) {
    for (int n = next.getAndIncrement(); n < messages; n = next.getAndIncrement()) {
      int tenant = n % TENANTS;
      int lane = n / TENANTS % LANES;
      String id = acknowledged(tenant, OwnEvents.message(lane, "fire-" + n));
      for (int i = 0; i < RECEIVERS_OF_A_MESSAGE; i++) {
        wanted.add(new Arrived(endpoint(tenant, lane + i * LANES), id));
      }
    }
  }

  private String acknowledged(int tenant, String message) {
    while (true) {
      try {
        Answer answer =
            owners
                .get(tenant)
                .exchange("POST", "/api/webhooks/messages", BodyPublishers.ofString(message));
        if (answer.status() == ACCEPTED) {
          return answer.id();
        }
        if (answer.status() < 500 && answer.status() != 429) {
          throw new AssertionError(answer.request() + " answered " + answer.text());
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (IOException e) {
        // Nobody knows what became of it: the key makes it the same message when it is sent again.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** The server is elsewhere now. */
  void goOn() {
    owners = tenants.stream().map(KilledInstallation::owner).toList();
  }

  List<TestTenant> tenants() {
    return tenants;
  }

  List<String> endpoints() {
    return endpoints;
  }

  /** What is to arrive, when all is acknowledged. */
  Set<Arrived> wanted() {
    senders.forEach(CompletableFuture::join);
    return new HashSet<>(wanted);
  }
}
