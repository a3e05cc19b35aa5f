package org.freehold.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.freehold.launcher.folder.Ports;

/** {@code freehold up} on a data folder, as people start it. */
final class FreeholdProcess implements AutoCloseable {
  private static final long LONGEST_START_SECONDS = 180;
  private static final long LONGEST_STOP_SECONDS = 60;

  private final Process process;
  private final int port;
  private final double secondsToFirstAnswer;

  private FreeholdProcess(Process process, int port, double seconds) {
    this.process = process;
    this.port = port;
    this.secondsToFirstAnswer = seconds;
  }

  /** Returns at the first 200 of the readiness endpoint. */
  static FreeholdProcess up(Path distribution, Path data, Map<String, String> environment) {
    int port = Ports.anyFree();
    ProcessBuilder builder =
        new ProcessBuilder(
                distribution.resolve("freehold").toString(),
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log/up.log").toFile());
    builder.environment().putAll(environment);
    try {
      long start = System.nanoTime();
      Process process = builder.start();
      awaitReady(process, port, start);
      return new FreeholdProcess(process, port, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(Process process, int port, long start) throws IOException {
    byte[] request = HttpConnection.request("GET", "/api/health/readiness", null, null, null);
    while (!answers(port, request)) {
      boolean late = System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
      if (late || hasEnded(process)) {
        process.destroy();
        throw new IllegalStateException("Freehold did not start: see log/up.log of its data");
      }
    }
  }

  /** Waits a little for the end, which is the pause between two attempts. */
  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean answers(int port, byte[] request) {
    try (HttpConnection connection = new HttpConnection(port)) {
      return connection.send(request).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The embedded PostgreSQL of that folder; it is a daemon of its own. */
  ProcessHandle postgres(Path data) {
    Path file = data.resolve("postgresql/postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  double secondsToFirstAnswer() {
    return secondsToFirstAnswer;
  }

  /** By part: the launcher, the server, PostgreSQL with all its processes. */
  Map<String, Memory> memory(ProcessHandle postgres) {
    Map<String, Memory> parts = new LinkedHashMap<>();
    ProcessHandle launcher = process.toHandle();
    ProcessHandle server =
        launcher
            .children()
            .filter(child -> child.pid() != postgres.pid())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The launcher has no server"));
    parts.put("server", Memory.ofTree(server));
    parts.put("PostgreSQL", Memory.ofTree(postgres));
    parts.put("launcher", Memory.of(launcher));
    return parts;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Freehold does not stop: process " + process.pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
