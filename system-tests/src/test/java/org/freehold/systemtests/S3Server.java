package org.freehold.systemtests;

import java.io.IOException;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.freehold.launcher.folder.Ports;

/** A real server of the S3 protocol (S3Proxy) over a folder, as a process. */
final class S3Server implements AutoCloseable {
  static final String BUCKET = "freehold";
  private static final String CUSTODY = "custody";
  private static final String SECRET = "a-secret-of-the-storage";

  private final Path folder;
  private final int port = Ports.anyFree();
  private Process process;

  S3Server(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("data").resolve(BUCKET));
    start();
  }

  int port() {
    return port;
  }

  /** Returns when it listens. */
  void start() throws IOException {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "s3proxy.endpoint", "http://127.0.0.1:" + port,
            "s3proxy.authorization", "aws-v2-or-v4",
            "s3proxy.identity", "freehold",
            "s3proxy.credential", SECRET,
            "jclouds.provider", "filesystem-nio2",
            "jclouds.identity", "unused",
            "jclouds.credential", "unused",
            "jclouds.filesystem.basedir", folder.resolve("data").toString()));
    StringWriter text = new StringWriter();
    settings.store(text, null);
    Path file = Files.writeString(folder.resolve("s3proxy.properties"), text.toString());
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                System.getProperty("freehold.s3proxy"),
                "--properties",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    Await.until(Duration.ofSeconds(60), this::listens, up -> up);
  }

  private boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What the application is told of it. */
  Map<String, String> environment() {
    return Map.of(
        "FREEHOLD_FILES_STORAGE",
        "s3",
        "FREEHOLD_FILES_S3_ENDPOINT",
        "http://127.0.0.1:" + port,
        "FREEHOLD_FILES_S3_BUCKET",
        BUCKET,
        "FREEHOLD_FILES_S3_ACCESS_KEY",
        "freehold",
        "FREEHOLD_FILES_S3_SECRET_KEY",
        SECRET,
        "FREEHOLD_FILES_S3_PATH_STYLE",
        "true");
  }

  /** That checkpoints are put there too, and soon. */
  Map<String, String> custody() {
    return Map.of(
        "FREEHOLD_CUSTODY_S3_ENDPOINT",
        "http://127.0.0.1:" + port,
        "FREEHOLD_CUSTODY_S3_BUCKET",
        BUCKET,
        "FREEHOLD_CUSTODY_S3_PREFIX",
        CUSTODY,
        "FREEHOLD_CUSTODY_S3_ACCESS_KEY",
        "freehold",
        "FREEHOLD_CUSTODY_S3_SECRET_KEY",
        SECRET,
        "FREEHOLD_CUSTODY_S3_PATH_STYLE",
        "true",
        "FREEHOLD_CUSTODY_S3_RETRY_SECONDS",
        "1");
  }

  /** Where the checkpoints of a log are, a file for each, by its size. */
  Path checkpoints(String log) {
    return folder.resolve("data").resolve(BUCKET).resolve(CUSTODY).resolve(log);
  }

  /** Where the objects of the tenant are. */
  Path objects(TestTenant tenant) {
    return folder.resolve("data").resolve(BUCKET).resolve(tenant.id());
  }

  long stored(TestTenant tenant) {
    Path objects = objects(tenant);
    if (!Files.exists(objects)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(objects)) {
      return all.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void stop() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    stop();
  }
}
