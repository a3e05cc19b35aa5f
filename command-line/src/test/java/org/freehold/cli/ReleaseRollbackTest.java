package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.cli.ReleaseReplies.EVENTS;
import static org.freehold.cli.ReleaseReplies.deployment;
import static org.freehold.cli.ReleaseReplies.event;
import static org.freehold.cli.ReleaseReplies.events;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaseRollbackTest {
  private static final String LOSSES =
      """
      {"digest":"sha256:cd","window":"tombstone",
       "losses":[{"object":"column t.name","rows":7,"what":"values written since"}]}""";

  private final Terminal terminal = new Terminal();

  @AfterEach
  void close() {
    terminal.close();
  }

  @Test
  void losesDataOnlyForTheDigestOfThePreview() {
    terminal
        .server
        .on("GET /api/releases/rel_1/rollback-preview?environment=staging", 200, LOSSES)
        .on("POST /api/releases/rollback", 202, deployment("rolling_back", 2));
    String[] rollback = {"release", "rollback", "rel_1", "--environment", "staging"};
    assertThat(terminal.run(Terminal.with(rollback, "--preview"))).isZero();
    assertThat(terminal.out()).contains("column t.name", "values written since", "sha256:cd");
    assertThat(terminal.run(rollback)).isEqualTo(1);
    assertThat(terminal.err()).contains("Accept it with --accept-loss sha256:cd.");
    assertThat(terminal.server.requests).noneMatch(request -> request.startsWith("POST"));
    assertThat(terminal.run(Terminal.with(rollback, "--accept-loss", "sha256:cd"))).isZero();
    assertThat(terminal.server.requests)
        .contains(
            "POST /api/releases/rollback {\"release_id\":\"rel_1\",\"environment\":\"staging\","
                + "\"loss_preview\":\"sha256:cd\"}");
  }

  @Test
  void undoesWithoutAQuestionWhatLosesNothing() {
    terminal
        .server
        .on(
            "GET /api/releases/rel_1/rollback-preview",
            200,
            "{\"digest\":\"sha256:e\",\"window\":\"open\",\"losses\":[]}")
        .on("POST /api/releases/rollback", 202, deployment("rolling_back", 2))
        .on(EVENTS, exchange -> events(event("deployment", deployment("rolled_back", 0))));
    assertThat(terminal.run("release", "rollback", "rel_1", "--wait")).isZero();
    assertThat(terminal.server.requests)
        .contains("POST /api/releases/rollback {\"release_id\":\"rel_1\"}");
  }

  @Test
  void whatIsStillInItsPlaceWasNotUndone() {
    terminal
        .server
        .on("POST /api/releases/rollback", 202, deployment("rolling_back", 2))
        .on(EVENTS, exchange -> events(event("deployment", keptFor("More would be lost."))));
    String[] rollback = {
      "release", "rollback", "rel_20260131_1200", "--accept-loss", "sha256:cd.7"
    };
    assertThat(terminal.run(Terminal.with(rollback, "--wait"))).isEqualTo(1);
    assertThat(terminal.out())
        .isEqualTo(
            "rel_20260131_1200 is live in staging. More would be lost. (loss_not_accepted)\n");
  }

  private static String keptFor(String why) {
    return deployment("live", 2)
        .replace(
            "\"failure\":null",
            "\"failure\":{\"code\":\"loss_not_accepted\",\"message\":\"" + why + "\"}");
  }
}
