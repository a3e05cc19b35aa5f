package org.freehold.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Folders;
import org.freehold.launcher.folder.OrphanedProcess;

/** The running server process. */
public final class PayaraMicro implements AutoCloseable {
  /** How long requests under way may take after a stop was asked for. */
  private static final String GRACE_MILLIS = "1500";

  private static final int STOP_SECONDS = 20;

  private final Process process;
  private final ServerLog log;

  private PayaraMicro(Process process, ServerLog log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Lives in the server's own process and keeps nothing: the rows in the database are the truth.
   */
  private static final String BROKER =
      "vm://freehold?broker.persistent=false&broker.useJmx=false&broker.useShutdownHook=false";

  /** Where the server listens, and how much memory its heap may take. */
  public record Shape(int port, String bind, String heap) {}

  /** Starts the process and returns at once. */
  public static PayaraMicro start(
      Distribution distribution, DataFolder folder, Shape shape, Map<String, String> environment)
      throws IOException {
    BootFiles boot =
        BootFiles.write(
            distribution,
            folder.run(),
            Map.of(
                "home",
                distribution.home().toString(),
                "bind",
                shape.bind(),
                "broker",
                inCommand(environment.getOrDefault("FREEHOLD_BROKER_URL", BROKER))));
    ProcessBuilder builder =
        new ProcessBuilder(command(distribution, folder, shape, boot)).redirectErrorStream(true);
    builder.directory(folder.run().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    ServerLog log = new ServerLog(folder.log().resolve("server.log"));
    log.follow(process.getInputStream());
    return new PayaraMicro(process, log);
  }

  /** Stops servers that a killed launcher left on this folder. */
  public static void stopOrphans(DataFolder folder) throws IOException {
    String mark = mark(folder);
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    OrphanedProcess.find(process.pid(), line -> (line + " ").contains(mark + " "))
                        .isPresent())
            .toList();
    for (ProcessHandle orphan : orphans) {
      OrphanedProcess.stop(orphan, "TERM");
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Whether the server says that its start is over, well or not. */
  public boolean saysReady() {
    return log.report().saysReady();
  }

  /** What it complained of during its start. */
  public List<String> reasons() {
    return log.report().reasons();
  }

  public Path logFile() {
    return log.file();
  }

  /** Lets requests under way end, then stops; kills after 20 seconds. */
  @Override
  public void close() {
    // Not process.destroy(): that would close its output, and lose the last lines of the log.
    process.toHandle().destroy();
    if (!OrphanedProcess.endsWithin(process.toHandle(), STOP_SECONDS)) {
      process.destroyForcibly();
      OrphanedProcess.endsWithin(process.toHandle(), STOP_SECONDS);
    }
  }

  /** In the value of a property the server's commands take these two for separators. */
  private static String inCommand(String value) {
    return value.replace(":", "\\:").replace("=", "\\=");
  }

  private static String mark(DataFolder folder) {
    return "-Dfreehold.data=" + folder.root();
  }

  private static List<String> command(
      Distribution distribution, DataFolder folder, Shape shape, BootFiles boot)
      throws IOException {
    List<String> command = new ArrayList<>();
    // A terminal sends Ctrl-C to the whole group; only the launcher decides when the server stops.
    command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "freehold-server"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(mark(folder));
    command.add("-Xmx" + shape.heap());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.io.tmpdir=" + freshTemporaryFolder(folder));
    command.add("-Djava.awt.headless=true");
    // Else megabytes wait in memory for each client that reads slowly.
    command.add("-Dorg.glassfish.grizzly.http.io.OutputBuffer.isBlocking=true");
    // Binds message-driven beans to the adapter without a vendor's file in the application.
    command.add("-Dcom.sun.enterprise.connectors.inbound.ramid=activemq-rar");
    command.addAll(List.of("-jar", distribution.server().toString()));
    command.addAll(List.of("--nocluster", "--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", Integer.toString(shape.port())));
    command.addAll(List.of("--shutdowngrace", GRACE_MILLIS));
    command.addAll(List.of("--addlibs", distribution.driver().toString()));
    command.addAll(List.of("--logproperties", distribution.file("logging.properties").toString()));
    command.addAll(List.of("--prebootcommandfile", boot.preBoot().toString()));
    command.addAll(List.of("--postbootcommandfile", boot.postBoot().toString()));
    command.addAll(List.of("--contextroot", "/", "--deploy", distribution.war().toString()));
    return command;
  }

  /** The server unpacks itself here at every start, and leaves it behind when it is killed. */
  private static Path freshTemporaryFolder(DataFolder folder) throws IOException {
    Path temporary = folder.run().resolve("tmp");
    Folders.delete(temporary);
    return Files.createDirectories(temporary);
  }
}
