package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.RunWatch;
import org.freehold.cli.rest.Server;
import org.freehold.cli.rest.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunWatchTest {
  private static final String LOOK = "GET /api/jobs/runs/r1";

  private final PretendServer pretended = new PretendServer();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void stop() {
    pretended.close();
  }

  private JsonObject watched(String status, Optional<Duration> patience) {
    JsonObject run = Json.createObjectBuilder().add("id", "r1").add("status", status).build();
    Server server = new Server(URI.create(pretended.url()), Optional.empty(), Tokens.none());
    return new RunWatch(server, look -> seen.add(look.getString("status")), patience).toTheEnd(run);
  }

  @Test
  void tellsEveryLookAndEndsWithTheRun() {
    pretended.on(LOOK, 200, "{\"id\":\"r1\",\"status\":\"stopped\"}");
    assertThat(watched("running", Optional.empty()).getString("status")).isEqualTo("stopped");
    assertThat(seen).containsExactly("running", "stopped");
  }

  @Test
  void doesNotLookAtARunThatHasEnded() {
    assertThat(watched("completed", Optional.of(Duration.ZERO)).getString("id")).isEqualTo("r1");
    assertThat(seen).containsExactly("completed");
  }

  @Test
  void losesPatienceWithARunThatDoesNotEnd() {
    pretended.on(LOOK, 200, "{\"id\":\"r1\",\"status\":\"queued\"}");
    assertThatThrownBy(() -> watched("queued", Optional.of(Duration.ofMillis(1))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("not ended")
        .hasMessageContaining("freehold jobs logs r1");
    assertThat(seen).containsOnly("queued");
  }

  @Test
  void doesNotWaitWhereTheServerSaysNo() {
    pretended.on(LOOK, 404, "{\"code\":\"not_found\",\"detail\":\"There is no such run.\"}");
    assertThatThrownBy(() -> watched("running", Optional.empty())).isInstanceOf(Failure.class);
    assertThat(seen).containsExactly("running");
  }
}
