package org.freehold.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.EnvironmentsDatabase;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.Ports;
import org.freehold.launcher.folder.Refused;
import org.freehold.launcher.folder.RunningState;
import org.freehold.launcher.folder.Secrets;
import org.freehold.launcher.server.PayaraMicro;
import org.freehold.launcher.server.Readiness;

/**
 * Database and server together, started in order and stopped in the opposite one. {@link #close}
 * may come from another thread at any moment, also in the middle of {@link #start}.
 */
public final class FreeholdServer implements AutoCloseable {
  private final StartOptions options;
  private final Consumer<String> progress;
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final Deque<Runnable> toStop = new ArrayDeque<>();
  private volatile boolean closed;
  private DataFolder folder;
  private FreeholdDatabase database;
  private PayaraMicro server;
  private FirstSignIn firstSignIn;

  public FreeholdServer(StartOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Starts everything, and returns when the application answers. */
  public static FreeholdServer started(StartOptions options) {
    FreeholdServer freehold = new FreeholdServer(options, line -> {});
    freehold.start();
    return freehold;
  }

  /** Returns when the application answers; on failure nothing is left running. */
  public void start() {
    try {
      step(this::openFolder);
      step(this::startDatabase);
      step(this::startServer);
      new Readiness(options.reachableHost(), options.port()).await(server, () -> closed);
    } catch (RuntimeException e) {
      boolean interrupted = closed;
      close();
      throw interrupted ? interrupted() : e;
    } catch (IOException e) {
      close();
      throw new Refused("Freehold could not be started: " + e + ".", "Repair the cause.", e);
    }
  }

  /** Where this machine reaches it. */
  public URI url() {
    return URI.create(options.localUrl());
  }

  public FreeholdDatabase database() {
    return database;
  }

  public DataFolder folder() {
    return folder;
  }

  /** The process of the server while it lives, for tests that end it. */
  public Optional<ProcessHandle> serverProcess() {
    return ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive);
  }

  /** Whether there is anything to stop. */
  boolean isRunning() {
    return !closed;
  }

  /** Completed with one sentence when the server or the embedded database ended by itself. */
  public CompletableFuture<String> ended() {
    return ended;
  }

  /** The address of the first administrator. */
  public String administratorEmail() {
    return firstSignIn.email();
  }

  /** The generated password of the first administrator, until it has been shown. */
  public Optional<String> generatedPassword() {
    return firstSignIn.generated();
  }

  /** The first password of demo users; empty in production mode. */
  public Optional<String> demoPassword() {
    return new DemoPassword(options.environment(), new Secrets(folder)).get();
  }

  void passwordWasShown() {
    firstSignIn.shown();
  }

  String welcome() {
    Optional<String> demo =
        generatedPassword().isPresent() && DemoTenant.isWanted(options.environment())
            ? new DemoPassword(options.environment(), new Secrets(folder)).generated()
            : Optional.empty();
    return new Welcome(options, administratorEmail(), generatedPassword(), demo).text();
  }

  /** Stops what was started, in the opposite order; the second time it does nothing. */
  @Override
  public void close() {
    closed = true;
    stop();
  }

  private synchronized void stop() {
    while (!toStop.isEmpty()) {
      toStop.pop().run();
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private synchronized void step(Step step) throws IOException {
    if (closed) {
      throw interrupted();
    }
    step.run();
  }

  private void openFolder() throws IOException {
    ProductionMode.refuseInventions(options.environment());
    options.distribution().complete();
    folder = DataFolder.open(options.data());
    FolderLock lock = FolderLock.take(folder);
    toStop.push(lock::close);
    folder.refuseFullDisk();
    PayaraMicro.stopOrphans(folder);
    Ports.refuseTaken(options.port(), "HTTP", "--port");
    new RunningState(
            Optional.of(ProcessHandle.current().pid()),
            Optional.of(options.urlForPeople()),
            Optional.empty())
        .write(folder);
    toStop.push(() -> RunningState.clear(folder));
  }

  private void startDatabase() {
    Secrets secrets = new Secrets(folder);
    Optional<DatabaseLogin> outside = OutsideDatabase.administrator(options.environment());
    if (outside.isPresent()) {
      progress.accept("Migrating the database of " + outside.get());
      database =
          FreeholdDatabase.outside(
              outside.get(), OutsideDatabase.passwords(options.environment(), secrets));
    } else {
      progress.accept("Starting PostgreSQL in " + folder.postgres());
      database = FreeholdDatabase.embedded(folder, options.databasePort());
      toStop.push(database::close);
      database.server().orElseThrow().onExit().thenRun(() -> end("PostgreSQL has ended"));
    }
    if (database.environments().isEmpty()
        && OutsideDatabase.environments(options.environment()).isEmpty()) {
      progress.accept(EnvironmentsDatabase.MISSING);
    }
    firstSignIn = new FirstSignIn(options.environment(), secrets, database.administrator());
  }

  private void startServer() throws IOException {
    progress.accept("Starting the server on port " + options.port());
    server =
        PayaraMicro.start(
            options.distribution(),
            folder,
            new PayaraMicro.Shape(options.port(), options.bind(), options.heap()),
            ServerEnvironment.of(options, database, folder, firstSignIn));
    toStop.push(server::close);
    server.onExit().thenRun(() -> end("The server has ended"));
    new RunningState(
            Optional.of(ProcessHandle.current().pid()),
            Optional.of(options.urlForPeople()),
            Optional.of(server.pid()))
        .write(folder);
  }

  private static Refused interrupted() {
    return new Refused("The start was interrupted.", "Nothing is left running.");
  }

  private void end(String what) {
    if (closed) {
      return;
    }
    ended.complete(what + " by itself. The logs are in " + folder.log() + ".");
  }
}
