package org.freehold.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.freehold.launcher.folder.Ports;

/** A domain of Payara Server, made by the script that operators use. */
final class PayaraDomain {
  private static final String NAME = "freehold";
  private static final int[] OFFSETS = {9, 37, 38, 39, 48, 49, 66, 76, 80, 81, 86};
  private static final long MOST_SECONDS = 300;

  private final Path home;
  private final Path folder;
  private final Map<String, String> environment;
  private final int portBase = freePortBase();

  PayaraDomain(Path home, Path folder, Map<String, String> environment) {
    this.home = home;
    this.folder = folder;
    this.environment = environment;
  }

  int httpPort() {
    return portBase + 80;
  }

  List<Integer> ports() {
    return IntStream.of(OFFSETS).mapToObj(offset -> portBase + offset).toList();
  }

  Path log() {
    return folder.resolve(NAME).resolve("logs/server.log");
  }

  void configure(Path script, Path driver) throws IOException {
    String base = Integer.toString(portBase);
    run(
        List.of(
            script.toString(),
            "--driver",
            driver.toString(),
            "--domains",
            folder.toString(),
            "--portbase",
            base));
  }

  void start() throws IOException {
    asadmin("start-domain", "--domaindir", folder.toString(), NAME);
  }

  void deploy(Path ear) throws IOException {
    asadmin(
        "--port", Integer.toString(portBase + 48), "deploy", "--name", "freehold", ear.toString());
  }

  /** Ends the server at once, as a power cut does. */
  void kill() throws IOException {
    ProcessHandle server = process().orElseThrow();
    server.destroyForcibly();
    await(server, MOST_SECONDS);
  }

  /** Stops the server in good order, or else by force; does nothing when it does not run. */
  void stop() throws IOException {
    Optional<ProcessHandle> server = process();
    if (server.isEmpty()) {
      return;
    }
    server.get().destroy();
    if (!await(server.get(), 30)) {
      kill();
    }
  }

  /** The server while it lives. */
  Optional<ProcessHandle> process() throws IOException {
    Path pid = folder.resolve(NAME).resolve("config/pid");
    if (!Files.exists(pid)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .filter(ProcessHandle::isAlive);
  }

  private static boolean await(ProcessHandle process, long seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the server ends", e);
    }
  }

  private void asadmin(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/asadmin").toString());
    command.add("--interactive=false");
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws IOException {
    // A file and no pipe: the server inherits it, and a pipe would stay open as long as it lives.
    Path output = Files.createTempFile(folder, "command", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PAYARA_HOME", home.toString());
    builder.environment().put("TERM", "dumb");
    // Half of a start is the second compiler's work, which a server of tests never lives by.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    Process process = builder.start();
    boolean ended = await(process.toHandle(), MOST_SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " failed: " + Files.readString(output));
    }
  }

  /** The first port of a block of which the server takes some; below the ephemeral ports. */
  private static int freePortBase() {
    int start = (int) (ProcessHandle.current().pid() % 119);
    return IntStream.range(0, 119)
        .map(i -> 20_000 + (start + i) % 119 * 100)
        .filter(base -> IntStream.of(OFFSETS).allMatch(offset -> Ports.isFree(base + offset)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no block of free ports"));
  }
}
