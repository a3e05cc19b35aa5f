package org.freehold.engine.migration.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The linter squawk, as its maker publishes it on npm: a judge that we did not write. */
public final class Squawk {
  private static final String VERSION = "2.66.0";
  private static final Path HOME = Path.of("target", "squawk-" + VERSION).toAbsolutePath();

  private final Path program;

  private Squawk(Path program) {
    this.program = program;
  }

  /** Empty where there is no npm, or where it cannot fetch the linter. */
  public static Optional<Squawk> find() throws IOException, InterruptedException {
    Path program = HOME.resolve("node_modules/.bin/squawk");
    if (!Files.exists(program)) {
      Files.createDirectories(HOME);
      List<String> install =
          List.of(
              "npm",
              "install",
              "--prefix",
              HOME.toString(),
              "--no-audit",
              "--no-fund",
              "squawk-cli@" + VERSION);
      if (run(install).isEmpty() || !Files.exists(program)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Squawk(program));
  }

  /** Each finding as {@code line: severity: rule message}. */
  public List<String> judge(Path file, boolean inTransaction)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "--reporter", "gcc", "--pg-version", "17"));
    if (inTransaction) {
      command.add("--assume-in-transaction");
    }
    command.add(file.toString());
    return run(command)
        .orElseThrow(() -> new IOException("squawk does not end"))
        .lines()
        .filter(line -> line.startsWith(file.toString()))
        .toList();
  }

  private static Optional<String> run(List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(HOME, "output-", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
