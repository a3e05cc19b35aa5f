package org.freehold.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.freehold.launcher.folder.Refused;

/** Runs initdb and pg_ctl. PostgreSQL refuses root, so root runs it in a user namespace. */
final class PostgresPrograms {
  private final Path bin;
  private final List<String> prefix;

  PostgresPrograms(Path home) {
    this.bin = home.resolve("bin");
    this.prefix = isRoot() ? namespaceOrRefuse() : List.of();
  }

  /** What the program printed, and how it ended. */
  record Outcome(int exit, String text) {
    boolean failed() {
      return exit != 0;
    }
  }

  Outcome initdb(String... arguments) {
    return run("initdb", arguments);
  }

  Outcome pgCtl(String... arguments) {
    return run("pg_ctl", arguments);
  }

  private Outcome run(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  private static Outcome run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      // Messages are read by us: they must not be translated.
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + command.get(0) + " ran", e);
    }
  }

  private static boolean isRoot() {
    return run(List.of("id", "-u")).text().strip().equals("0");
  }

  private static List<String> namespaceOrRefuse() {
    List<String> unshare = List.of("unshare", "-U");
    try {
      Outcome outcome = run(List.of("unshare", "-U", "id", "-u"));
      if (!outcome.failed() && !outcome.text().strip().equals("0")) {
        return unshare;
      }
    } catch (UncheckedIOException noSuchProgram) {
      throw rootRefused(noSuchProgram);
    }
    throw rootRefused(null);
  }

  private static Refused rootRefused(Throwable cause) {
    return new Refused(
        "PostgreSQL does not run as root, and this machine allows no user namespaces (unshare -U).",
        "Start Freehold as an ordinary user, or name an outside PostgreSQL with"
            + " FREEHOLD_DATABASE_URL.",
        cause);
  }
}
