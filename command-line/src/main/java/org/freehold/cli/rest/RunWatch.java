package org.freehold.cli.rest;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  /** The run when it has ended; {@link Failure} when patience ends before. */
  public JsonObject toTheEnd(JsonObject run) {
    Instant start = Instant.now();
    seen.accept(run);
    return new Watching(InstantSource.system())
        .toTheEnd(run, now -> ENDED.contains(now.getString("status")), now -> look(now, start));
  }

  private JsonObject look(JsonObject run, Instant start) {
    String id = run.getString("id");
    if (patience.filter(most -> start.plus(most).isBefore(Instant.now())).isPresent()) {
      throw new Failure(
          "The run has not ended after " + patience.get().toSeconds() + " seconds.",
          "See freehold jobs logs " + id + ".");
    }
    JsonObject now = server.get("/api/jobs/runs/" + Server.encoded(id));
    seen.accept(now);
    return now;
  }
}
