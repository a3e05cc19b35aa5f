package org.freehold.cli.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows the log of a deployment until it has come to an end. A stream that was cut is taken up
 * again, also when the server restarts meanwhile; no line is told twice.
 */
public final class DeploymentWatch {
  private static final Set<String> OVER =
      Set.of("live", "superseded", "failed", "rolled_back", "discarded");

  private final Server server;
  private final boolean throughSoak;
  private final Consumer<JsonObject> line;
  private final Consumer<JsonObject> state;
  private final Set<String> told = new HashSet<>();
  private final Watching watching = new Watching(InstantSource.system());

  /**
   * A deployment that soaks does its work already: whether that is the end is told by {@code
   * throughSoak}.
   */
  public DeploymentWatch(
      Server server, boolean throughSoak, Consumer<JsonObject> line, Consumer<JsonObject> state) {
    this.server = server;
    this.throughSoak = throughSoak;
    this.line = line;
    this.state = state;
  }

  /** The deployment as it was left. */
  public JsonObject toTheEnd(JsonObject deployment) {
    state.accept(deployment);
    return watching.toTheEnd(deployment, this::isOver, this::followed);
  }

  /**
   * To the end of one stream. A failure may yet be followed by its roll back, so that only the
   * server's end of the stream makes it final.
   */
  private JsonObject followed(JsonObject deployment) {
    JsonObject now = deployment;
    EventStream opened = server.events(path(deployment) + "/log/events" + in(deployment));
    try (EventStream events = opened) {
      for (Optional<EventStream.Event> next = events.next();
          next.isPresent();
          next = events.next()) {
        JsonObject data = next.get().data();
        if (next.get().type().equals("deployment")
            && data.getString("id").equals(deployment.getString("id"))) {
          now = data;
          state.accept(now);
          if (now.getString("status").equals("soaking") && isOver(now)) {
            return now;
          }
        } else if (next.get().type().equals("log") && isNew(data)) {
          line.accept(data);
        }
      }
    } finally {
      // A stream lives only as long as something comes: the server was there until just now.
      watching.heard();
    }
    return now;
  }

  private boolean isNew(JsonObject told) {
    return !(told.get("id") instanceof JsonString id) || this.told.add(id.getString());
  }

  private boolean isOver(JsonObject deployment) {
    String status = deployment.getString("status");
    return OVER.contains(status) || (status.equals("soaking") && !throughSoak);
  }

  private static String path(JsonObject deployment) {
    return "/api/releases/" + Server.encoded(deployment.getString("release_id"));
  }

  private static String in(JsonObject deployment) {
    return "?environment=" + Server.encoded(deployment.getString("environment"));
  }
}
