package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.S3Installation.MEGABYTE;
import static org.freehold.systemtests.S3Installation.fixtures;
import static org.freehold.systemtests.S3Installation.health;
import static org.freehold.systemtests.S3Installation.server;
import static org.freehold.systemtests.S3Installation.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files whose bytes are in a storage that speaks S3, on a server with little memory and without a
 * database for environments.
 */
@Timeout(600)
@OwnServers
class S3FilesIT {
  private static TestTenant tenant;

  @BeforeAll
  static void start() throws IOException {
    S3Installation.start();
    tenant = fixtures().newTenant();
  }

  @AfterAll
  static void stop() {
    S3Installation.stop();
  }

  /** On the same. */
  @Nested
  class Trail extends TrailInS3 {}

  @Test
  void withoutADatabaseForEnvironmentsReleasesAreNotConfigured() {
    assertThat(tenant.api().get("/api/health").is(200).json().getJsonObject("releases").toString())
        .contains("\"configured\":false", "\"ok\":false");
    tenant
        .api()
        .post(
            "/api/releases/prepare",
            Body.of("to_env", "dev", "bundle_data", Body.json(ReleaseDesk.TEST_TABLE)))
        .isProblem(409, "environments_not_configured");
  }

  @Test
  void contentOfOnePartAndOfManyComesBackAsItWent() {
    for (int size : new int[] {0, 1, 5 * MEGABYTE - 1, 5 * MEGABYTE, 12 * MEGABYTE + 7}) {
      byte[] content = new byte[size];
      IntStream.range(0, size).forEach(i -> content[i] = Upload.Pattern.at(i));
      String id = Upload.of("f" + size, content).to(tenant.api()).is(201).id();
      Download.of(tenant.api(), id).is(200).holds(content, 0, size);
      if (size > 100) {
        Download.of(tenant.api(), id, "Range", "bytes=-100")
            .is(206)
            .holds(content, size - 100, size);
        Download.of(tenant.api(), id, "Range", "bytes=10-19").is(206).holds(content, 10, 20);
      }
    }
  }

  @Test
  void moreBytesThanTheHeapHasPassThroughIt() {
    TestTenant large = fixtures().newTenant();
    long size = 200L * MEGABYTE;
    IntStream.range(0, 2)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> Upload.large("large" + i, size).chunkedTo(large.api())))
        .toList()
        .forEach(upload -> assertThat(upload.join().status()).isEqualTo(201));
    assertThat(2 * size).isGreaterThan(S3Installation.HEAP);
    for (String id : large.api().get("/api/files").is(200).each("id")) {
      Download end = Download.of(large.api(), id, "Range", "bytes=" + (size - 3) + "-").is(206);
      assertThat(end.bytes())
          .containsExactly(
              Upload.Pattern.at(size - 3),
              Upload.Pattern.at(size - 2),
              Upload.Pattern.at(size - 1));
      large.api().delete("/api/files/" + id).is(204);
    }
    assertThat(server().serverProcess()).isPresent();
    assertThat(
            Await.until(Duration.ofSeconds(30), () -> storage().stored(large), left -> left == 0))
        .isZero();
  }

  @Test
  void aFileThatIsTooLongLeavesNoObject() {
    TestTenant other = fixtures().newTenant();
    Upload.large("too long", 300L * MEGABYTE + 1)
        .chunkedTo(other.api())
        .isProblem(413, "file_too_large");
    assertThat(storage().stored(other)).isZero();
  }

  @Test
  void whileTheStorageIsAwayNoFileIsMade() throws IOException {
    TestTenant other = fixtures().newTenant();
    String known = Upload.text(other.api());
    storage().stop();
    Upload.of("lost.txt", "lost").to(other.api()).isProblem(503, "file_storage_unavailable");
    Download.of(other.api(), known).is(503);
    assertThat(health("file_storage")).isEqualTo("down");
    storage().start();
    assertThat(other.api().get("/api/files").is(200).each("id")).containsExactly(known);
    Download.of(other.api(), known).is(200);
    assertThat(health("file_storage")).isEqualTo("up");
  }

  @Test
  void aFileWhoseObjectIsGoneSaysSo() throws IOException {
    TestTenant other = fixtures().newTenant();
    String id = Upload.text(other.api());
    Files.delete(storage().objects(other).resolve(id));
    assertThat(new String(Download.of(other.api(), id).is(410).bytes()))
        .contains("file_content_missing");
  }

  @Test
  void housekeepingRemovesObjectsThatNoFileHas() throws IOException {
    TestTenant other = fixtures().newTenant();
    String known = Upload.text(other.api());
    Path orphan = storage().objects(other).resolve(UUID.randomUUID().toString());
    Files.writeString(orphan, "nobody's");
    Housekeeping.run(fixtures().platform());
    assertThat(orphan).doesNotExist();
    Download.of(other.api(), known).is(200);
  }
}
