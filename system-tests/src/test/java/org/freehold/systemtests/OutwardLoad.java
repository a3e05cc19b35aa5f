package org.freehold.systemtests;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * People of a tenant who make projects and ask for what they may not have, each until the server is
 * gone or it is over. What broke off was not acknowledged, and may be on record all the same.
 */
final class OutwardLoad {
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final Set<String> projects = ConcurrentHashMap.newKeySet();
  private final List<CompletableFuture<Void>> people = new ArrayList<>();
  private volatile boolean over;

  /** What somebody tries once more. */
  private interface Attempt {
    void make() throws IOException;
  }

  /** Somebody who makes projects. */
  void makes(Api api) {
    String body = Body.of("name", "Sent");
    begin(
        () -> {
          Answer answer = api.exchange("POST", "/api/projects", BodyPublishers.ofString(body));
          if (answer.status() == 201) {
            projects.add(answer.id());
          }
        });
  }

  /** Somebody who is refused each time. */
  void isRefused(Api api, String person) {
    begin(
        () -> {
          Answer answer = api.exchange("GET", "/api/admin/api-keys", BodyPublishers.noBody());
          if (answer.status() == 403) {
            refused.merge(person, 1, Integer::sum);
          }
        });
  }

  private void begin(Attempt attempt) {
    over = false;
    people.add(
        CompletableFuture.runAsync(
            () -> {
              try {
                while (!over) {
                  attempt.make();
                  LockSupport.parkNanos(PAUSE_NANOS);
                }
              } catch (IOException gone) {
                return;
              }
            }));
  }

  /** Returns when all have ended. */
  void end() {
    over = true;
    people.forEach(CompletableFuture::join);
    people.clear();
  }

  /** How often each was told that they may not. */
  Map<String, Integer> refused() {
    return Map.copyOf(refused);
  }

  /** The ids that were answered with. */
  Set<String> projects() {
    return Set.copyOf(projects);
  }
}
