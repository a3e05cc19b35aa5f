package org.freehold.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Secrets;

/** PostgreSQL, a fresh domain of Payara Server and the EAR in it; closing leaves only the log. */
final class EarServer implements AutoCloseable {
  static final String OPERATOR = "operator@example.com";
  static final String PASSWORD = "correct horse battery staple 9";
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Path work;
  private final Thread onInterrupt = new Thread(this::close);
  private FreeholdDatabase database;
  private PayaraDomain domain;

  private EarServer() throws IOException {
    Path parent = Files.createDirectories(path("freehold.ear.work"));
    Leftovers.clear(parent);
    work = Files.createTempDirectory(parent, "run").toRealPath();
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** Returns when the application is ready; when it does not become so, nothing is left running. */
  static EarServer started() throws IOException {
    EarServer server = new EarServer();
    try {
      server.start();
      return server;
    } catch (IOException | RuntimeException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  URI url() {
    return URI.create("http://localhost:" + domain.httpPort());
  }

  FreeholdDatabase database() {
    return database;
  }

  Client operator() {
    return Client.anonymous(url()).in("platform").signIn(OPERATOR, PASSWORD);
  }

  /** The ports of the server that have a fixed number. */
  List<Integer> ports() {
    return domain.ports();
  }

  ProcessHandle process() {
    try {
      return domain.process().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server without warning and starts it again, as an operator does: no deployment. */
  void killAndRestart() throws IOException {
    domain.kill();
    domain.start();
    awaitReadiness();
  }

  /** Waits until it is so, asking five times a second. */
  static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!condition.getAsBoolean()) {
        if (Instant.now().isAfter(end) || never.await(200, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain: " + what);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting: " + what, e);
    }
  }

  private void start() throws IOException {
    DataFolder data = DataFolder.open(work.resolve("data"));
    database = FreeholdDatabase.embedded(data, 0);
    Path domains = Files.createDirectories(work.resolve("domains"));
    Map<String, String> environment = environment(data);
    domain = new PayaraDomain(path("freehold.payara.home"), domains, environment);
    environment.put("FREEHOLD_PUBLIC_URL", url().toString());
    domain.configure(path("freehold.payara.configure"), path("freehold.postgresql.driver"));
    domain.start();
    domain.deploy(path("freehold.ear"));
    awaitReadiness();
  }

  private Map<String, String> environment(DataFolder data) {
    Map<String, String> told = new HashMap<>(System.getenv());
    told.keySet().removeIf(name -> name.startsWith("FREEHOLD_") || name.startsWith("PG"));
    told.put("FREEHOLD_DATABASE_URL", database.app().jdbcUrl());
    told.put("FREEHOLD_DATABASE_APP_USER", database.app().user());
    told.put("FREEHOLD_DATABASE_APP_PASSWORD", database.app().password());
    told.put("FREEHOLD_DATABASE_WORKER_USER", database.worker().user());
    told.put("FREEHOLD_DATABASE_WORKER_PASSWORD", database.worker().password());
    DatabaseLogin environments = database.environments().orElseThrow();
    told.put("FREEHOLD_ENVIRONMENTS_DATABASE_URL", environments.jdbcUrl());
    told.put("FREEHOLD_ENVIRONMENTS_DATABASE_USER", environments.user());
    told.put("FREEHOLD_ENVIRONMENTS_DATABASE_PASSWORD", environments.password());
    told.put("FREEHOLD_FILES_FOLDER", data.files().toString());
    told.put("FREEHOLD_AUDIT_CHECKPOINTS_FOLDER", data.checkpoints().toString());
    told.put("FREEHOLD_MASTER_KEY_FILE", new Secrets(data).masterKeyFile().toString());
    told.put("FREEHOLD_DEMO_PASSWORD", PASSWORD);
    told.put("FREEHOLD_WEBHOOKS_ALLOW_HTTP", "true");
    told.put("FREEHOLD_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    told.put("FREEHOLD_RELEASES_HEALTH_ALLOW_HTTP", "true");
    told.put("FREEHOLD_RELEASES_HEALTH_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    told.put("FREEHOLD_ADMIN_EMAIL", OPERATOR);
    told.put("FREEHOLD_ADMIN_PASSWORD", PASSWORD);
    return told;
  }

  private void awaitReadiness() {
    ProcessHandle server = process();
    await(
        "the application is ready",
        () -> {
          if (!server.isAlive()) {
            throw new AssertionError("The server has ended; its log is beside the EAR.");
          }
          return isReady();
        });
  }

  private boolean isReady() {
    try {
      return Client.anonymous(url()).get("/api/health/readiness").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Stops everything and deletes its files; the log of the server stays beside the EAR. */
  @Override
  public synchronized void close() {
    try {
      if (domain != null) {
        domain.stop();
        keepLog();
      }
      if (database != null) {
        database.close();
      }
      Leftovers.delete(work);
      if (Thread.currentThread() != onInterrupt) {
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepLog() throws IOException {
    if (Files.exists(domain.log())) {
      Files.copy(
          domain.log(),
          path("freehold.ear").resolveSibling("payara-server.log"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
  }
}
