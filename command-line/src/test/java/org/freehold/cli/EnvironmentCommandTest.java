package org.freehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.cli.ReleaseReplies.page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentCommandTest {
  private final Terminal terminal = new Terminal();

  @AfterEach
  void close() {
    terminal.close();
  }

  @Test
  void checksDriftByTheNameOfAnEnvironment() {
    terminal
        .server
        .on(
            "GET /api/environments?limit=200",
            200,
            page(
                "{\"id\":\"e0\",\"name\":\"production\",\"project_id\":\"p1\"}",
                "{\"id\":\"e1\",\"name\":\"production\",\"project_id\":null}"))
        .on(
            "POST /api/environments/e1/drift",
            200,
            """
            {"state":"drifted","differences":[{"object":"index i","kind":"missing",
             "expected":"CREATE INDEX i","found":null}]}""")
        .on("GET /api/environments/e1/drift", 200, "{\"state\":\"in_sync\",\"differences\":[]}");
    assertThat(terminal.run("environment", "drift", "prod")).isEqualTo(6);
    assertThat(terminal.out()).contains("index i", "CREATE INDEX i", "prod: drifted.");
    assertThat(terminal.run("environment", "drift", "production", "--last")).isZero();
    assertThat(terminal.run("environment", "drift", "elsewhere")).isEqualTo(1);
    assertThat(terminal.err()).contains("There is no environment elsewhere here.");
  }
}
