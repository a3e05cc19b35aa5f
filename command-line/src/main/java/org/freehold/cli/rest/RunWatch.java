package org.freehold.cli.rest;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at a run of a job again and again until it has ended; a server may restart meanwhile.
 *
 * @param seen is told every look, the first and the last too; when it fails in a way that may pass,
 *     it is told again
 * @param patience with the run; empty: as long as it takes
 */
public record RunWatch(Server server, Consumer<JsonObject> seen, Optional<Duration> patience) {
  private static final Set<String> ENDED = Set.of("completed", "failed", "stopped", "abandoned");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** The run when it has ended; {@link Failure} when patience ends before. */
  public JsonObject toTheEnd(JsonObject run) {
    Instant start = Instant.now();
    Instant heard = start;
    JsonObject now = run;
    seen.accept(now);
    while (!ENDED.contains(now.getString("status"))) {
      if (patience.filter(most -> isOver(start, most)).isPresent()) {
        throw new Failure(
            "The run has not ended after " + patience.get().toSeconds() + " seconds.",
            "See freehold jobs logs " + run.getString("id") + ".");
      }
      pause();
      Optional<JsonObject> look = look(run.getString("id"), heard);
      if (look.isPresent()) {
        now = look.get();
        heard = Instant.now();
      }
    }
    return now;
  }

  /** Empty while the server is away for a moment. */
  private Optional<JsonObject> look(String id, Instant heard) {
    try {
      JsonObject run = server.get("/api/jobs/runs/" + Server.encoded(id));
      seen.accept(run);
      return Optional.of(run);
    } catch (Failure failure) {
      if (!failure.isPassing() || isOver(heard, SILENCE)) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  private static boolean isOver(Instant since, Duration most) {
    return since.plus(most).isBefore(Instant.now());
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", "The run goes on.", e);
    }
  }
}
