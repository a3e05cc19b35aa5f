package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The completion script, as bash understands it. */
class CompletionTest {
  @TempDir private Path place;

  @BeforeEach
  void printScript() throws IOException {
    try (PrintWriter script = new PrintWriter(place.resolve("script").toFile())) {
      CommandLine line = Freehold.commandLine();
      line.setOut(script);
      assertThat(line.execute("completion")).isZero();
    }
  }

  @Test
  void completesCommands() throws Exception {
    assertThat(completed("freehold", "supp")).containsExactly("support-bundle");
    assertThat(completed("freehold", "jobs", "s"))
        .containsExactlyInAnyOrder("schedules", "show", "start", "stop");
    assertThat(completed("freehold", "jobs", "schedules", "d"))
        .containsExactlyInAnyOrder("delete", "disable");
    assertThat(completed("freehold", "data")).isEmpty();
  }

  @Test
  void completesOptionsAndTheirValues() throws Exception {
    assertThat(completed("freehold", "jobs", "logs", "--fo")).containsExactly("--follow");
    assertThat(completed("freehold", "projects", "list", "--output", "j")).containsExactly("json");
  }

  /** What bash offers for the last word. */
  private String[] completed(String... words) throws Exception {
    Path offered = place.resolve("offered");
    String command =
        "compopt() { :; }; source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_freehold;"
            .formatted(place.resolve("script"), String.join(" ", words), words.length - 1);
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", command + " printf '%s\\n' \"${COMPREPLY[@]}\"")
            .redirectErrorStream(true)
            .redirectOutput(offered.toFile())
            .start();
    assertThat(bash.waitFor()).isZero();
    String text = Files.readString(offered, StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? new String[0] : text.split("\\s+");
  }
}
