package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.cli.ReleaseReplies.EVENTS;
import static org.freehold.cli.ReleaseReplies.deployment;
import static org.freehold.cli.ReleaseReplies.event;
import static org.freehold.cli.ReleaseReplies.events;
import static org.freehold.cli.ReleaseReplies.line;

import java.util.concurrent.atomic.AtomicInteger;
import org.freehold.cli.PretendServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleasePromoteTest {
  private final Terminal terminal = new Terminal();

  @AfterEach
  void close() {
    terminal.close();
  }

  @Test
  void followsAPromotionToItsEndAndTellsEachLineOnce() {
    AtomicInteger streams = new AtomicInteger();
    terminal
        .server
        .on("POST /api/releases/promote", 202, deployment("promoting", 0))
        .on(
            EVENTS,
            exchange ->
                switch (streams.incrementAndGet()) {
                  case 1 ->
                      events(
                          event("log", line(1)),
                          ": still here\n\n",
                          event("deployment", deployment("verifying", 2)));
                  case 2 -> Reply.json(503, "{}");
                  default ->
                      events(
                          event("log", line(1)),
                          event("log", line(2)),
                          event("deployment", deployment("soaking", 2)),
                          event("log", line(3)));
                });
    assertThat(terminal.run("release", "promote", "rel_20260131_1200", "--to", "staging", "--wait"))
        .isZero();
    assertThat(terminal.err().lines())
        .containsExactly(
            "staging: promoting, 0 of 2 steps",
            "2026-01-31T12:00:00Z  info     said 1",
            "staging: verifying, 2 of 2 steps",
            "2026-01-31T12:00:00Z  info     said 2",
            "staging: soaking, 2 of 2 steps");
    assertThat(terminal.out()).isEqualTo("rel_20260131_1200 is soaking in staging.\n");
  }

  @Test
  void waitsThroughTheSoakWhereAsked() {
    terminal
        .server
        .on("POST /api/releases/promote", 202, deployment("promoting", 0))
        .on(
            EVENTS,
            exchange ->
                events(
                    event("deployment", deployment("soaking", 2)),
                    event("deployment", deployment("live", 2))));
    assertThat(
            terminal.run("release", "promote", "rel_20260131_1200", "--to", "staging", "--soaked"))
        .isZero();
    assertThat(terminal.out()).contains("is live in staging.");
  }

  @Test
  void aFailureThatIsRolledBackHasACodeOfItsOwn() {
    terminal
        .server
        .on("POST /api/releases/promote", 202, deployment("promoting", 0))
        .on(
            EVENTS,
            exchange ->
                events(
                    event("deployment", deployment("failed", 1)),
                    event("deployment", deployment("rolling_back", 1)),
                    event("deployment", deployment("rolled_back", 0))));
    String[] promote = {"release", "promote", "rel_20260131_1200", "--to", "staging", "--wait"};
    assertThat(terminal.run(promote)).isEqualTo(4);
    assertThat(terminal.out()).contains("is rolled back in staging. The health gate said no (h)");
    terminal.server.on(EVENTS, exchange -> events(event("deployment", deployment("failed", 1))));
    assertThat(terminal.run(promote)).isEqualTo(1);
  }

  @Test
  void aRefusalForWantOfApprovalsOrForDriftHasACodeOfItsOwn() {
    String promote = "POST /api/releases/promote";
    terminal.server.on(
        promote, 409, "{\"code\":\"approvals_missing\",\"detail\":\"1 of 2 approvals.\"}");
    assertThat(terminal.run("release", "promote", "rel_1", "--to", "production")).isEqualTo(5);
    terminal.server.on(
        promote,
        409,
        """
        {"code":"drift","detail":"production is not as planned.",
         "differences":[{"object":"table t","kind":"changed","expected":"a","found":"b"}]}""");
    assertThat(terminal.run("release", "promote", "rel_1", "--to", "production")).isEqualTo(6);
    assertThat(terminal.err()).contains("1 of 2 approvals.", "table t  changed  a");
    terminal.server.on(promote, 409, "{\"code\":\"frozen\",\"detail\":\"Frozen until Monday.\"}");
    assertThat(terminal.run("release", "promote", "rel_1", "--to", "production")).isEqualTo(1);
  }
}
