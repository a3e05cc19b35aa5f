package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole start with an application that consists of one file, so that only the launcher is
 * tested.
 */
@Timeout(120)
class FreeholdServerIT {
  @TempDir private static Path place;
  private static Path distribution;

  @BeforeAll
  static void assembleWithoutTheApplication() throws Exception {
    distribution = Files.createDirectory(place.resolve("distribution"));
    try (var parts = Files.list(Path.of("target/freehold").toAbsolutePath())) {
      for (Path part : parts.toList()) {
        Files.createSymbolicLink(distribution.resolve(part.getFileName()), part);
      }
    }
  }

  @Test
  void startsServesAndStopsWithoutLeavingAnything() throws Exception {
    application(Map.of("api/health/readiness", "ready"));
    StartOptions options =
        StartOptions.onFreePorts(distribution, place.resolve("data"))
            .with("FREEHOLD_DATABASE_PASSWORD", "not for the server");
    FreeholdServer freehold = FreeholdServer.started(options);
    ProcessHandle server = freehold.serverProcess().orElseThrow();
    try (freehold) {
      assertThat(status(freehold, "/api/health/readiness")).isEqualTo(200);
      assertThat(status(freehold, "/metrics")).isNotEqualTo(200);
      assertThat(status(freehold, "/openapi")).isNotEqualTo(200);
      assertThat(poolsThatConnect(freehold)).isEqualTo(4);
      assertThat(environmentOf(server))
          .contains("FREEHOLD_DATABASE_APP_PASSWORD=", "FREEHOLD_ADMIN_EMAIL=")
          .doesNotContain("not for the server")
          .doesNotContain(freehold.database().administrator().password());

      server.destroyForcibly();
      assertThat(freehold.ended().get(20, TimeUnit.SECONDS)).contains("server has ended");
    }
    assertThat(server.isAlive()).isFalse();
    assertThat(freehold.database().server().orElseThrow().onExit())
        .succeedsWithin(Duration.ofSeconds(20));
    assertThat(FolderLock.isTaken(freehold.folder())).isFalse();
  }

  @Test
  void saysWhyAnApplicationCannotBeDeployed() throws Exception {
    application(Map.of("WEB-INF/web.xml", "<web-app><this is no XML"));
    StartOptions options = StartOptions.onFreePorts(distribution, place.resolve("broken"));
    FreeholdServer freehold = new FreeholdServer(options, line -> {});
    assertThatThrownBy(freehold::start)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("web.xml")
        .hasMessageContaining("server.log");
    assertThat(freehold.serverProcess()).isEmpty();
  }

  private static void application(Map<String, String> files) throws IOException {
    Path war = distribution.resolve("freehold.war");
    Files.deleteIfExists(war);
    try (OutputStream stream = Files.newOutputStream(war);
        JarOutputStream jar = new JarOutputStream(stream)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static int status(FreeholdServer freehold, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(freehold.url().resolve(path)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Ours are pinged by a command of the boot files. */
  private static int poolsThatConnect(FreeholdServer freehold) throws IOException {
    String log = Files.readString(freehold.folder().log().resolve("server.log"));
    return log.split("ping-connection-pool returned with result SUCCESS", -1).length - 1;
  }

  private static String environmentOf(ProcessHandle process) throws IOException {
    Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
    return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', '\n');
  }
}
