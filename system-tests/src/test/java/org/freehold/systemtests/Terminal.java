package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command line as people run it: the real program, each time a process of its own.
 *
 * @param folder where it runs and keeps its session
 */
record Terminal(Path folder, Map<String, String> variables) {
  private static final int PATIENCE_SECONDS = 60;

  /** What a command left behind. */
  record Ended(int exitCode, String out, String err) {
    Ended is(int expected) {
      assertThat(exitCode).as(out + err).isEqualTo(expected);
      return this;
    }

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(out))) {
        return reader.readObject();
      }
    }

    /** The line of the table that contains the word. */
    String row(String word) {
      return out.lines()
          .filter(line -> line.contains(word))
          .findFirst()
          .orElse("(no " + word + ")");
    }
  }

  /** A command that goes on meanwhile. */
  record Running(Process process, Path out, Path err) {
    String outSoFar() {
      return read(out);
    }

    Ended ended() {
      try {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
            .as("the command ends; so far: " + read(out) + read(err))
            .isTrue();
        return new Ended(process.exitValue(), read(out), read(err));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** In a folder, at the shared server. */
  static Terminal in(Path folder) {
    return new Terminal(
        folder,
        Map.of(
            "FREEHOLD_SERVER",
            Installation.url().toString(),
            "FREEHOLD_CONFIG",
            folder.resolve("session.json").toString()));
  }

  Terminal with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Terminal(folder, more);
  }

  Ended run(String... words) {
    return start("", words).ended();
  }

  Ended runWithInput(String input, String... words) {
    return start(input, words).ended();
  }

  Running start(String input, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("freehold.distribution"), "freehold").toString());
    command.addAll(List.of(words));
    try {
      Path in = Files.writeString(Files.createTempFile(folder, "in", ""), input);
      Path out = Files.createTempFile(folder, "out", "");
      Path err = Files.createTempFile(folder, "err", "");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("FREEHOLD_"));
      builder.environment().putAll(variables);
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not run " + command, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file, e);
    }
  }
}
