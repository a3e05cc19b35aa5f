package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files whose bytes are in a storage that speaks S3, on a server with little memory and without a
 * database for environments.
 */
@Timeout(600)
@OwnServers
class S3FilesIT {
  private static final int MEGABYTE = 1024 * 1024;
  private static final long HEAP = 256L * MEGABYTE;
  private static final String PLATFORM =
      "audit.freehold.local/t/00000000-0000-7000-8000-000000000001";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static S3Server storage;
  private static Custody custody;
  private static FreeholdServer server;
  private static Fixtures fixtures;
  private static TestTenant tenant;

  @BeforeAll
  static void start() throws IOException {
    Path data = Installation.dataFolder("-s3");
    storage = new S3Server(Installation.empty(Installation.dataFolder("-s3-objects")));
    Map<String, String> variables = new HashMap<>(storage.environment());
    variables.put("FREEHOLD_HEAP", HEAP / MEGABYTE + "m");
    variables.put("FREEHOLD_FILES_MAX_BYTES", Long.toString(300L * MEGABYTE));
    variables.put("FREEHOLD_FILES_ORPHAN_MINUTES", "0");
    variables.put("FREEHOLD_ENVIRONMENTS_DATABASE_URL", "none");
    custody = new Custody(storage);
    variables.putAll(custody.environment());
    server = Installation.start(data, false, variables);
    fixtures =
        new Fixtures(
            server.url(), server.administratorEmail(), server.generatedPassword().orElseThrow());
    tenant = fixtures.newTenant();
  }

  @AfterAll
  static void stop() {
    server.close();
    custody.close();
    storage.close();
  }

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
    TestTenant large = fixtures.newTenant();
    long size = 200L * MEGABYTE;
    IntStream.range(0, 2)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> Upload.large("large" + i, size).chunkedTo(large.api())))
        .toList()
        .forEach(upload -> assertThat(upload.join().status()).isEqualTo(201));
    assertThat(2 * size).isGreaterThan(HEAP);
    for (String id : large.api().get("/api/files").is(200).each("id")) {
      Download end = Download.of(large.api(), id, "Range", "bytes=" + (size - 3) + "-").is(206);
      assertThat(end.bytes())
          .containsExactly(
              Upload.Pattern.at(size - 3),
              Upload.Pattern.at(size - 2),
              Upload.Pattern.at(size - 1));
      large.api().delete("/api/files/" + id).is(204);
    }
    assertThat(server.serverProcess()).isPresent();
    assertThat(Await.until(Duration.ofSeconds(30), () -> storage.stored(large), left -> left == 0))
        .isZero();
  }

  @Test
  void aFileThatIsTooLongLeavesNoObject() {
    TestTenant other = fixtures.newTenant();
    Upload.large("too long", 300L * MEGABYTE + 1)
        .chunkedTo(other.api())
        .isProblem(413, "file_too_large");
    assertThat(storage.stored(other)).isZero();
  }

  @Test
  void whileTheStorageIsAwayNoFileIsMade() throws IOException {
    TestTenant other = fixtures.newTenant();
    String known = Upload.text(other.api());
    storage.stop();
    Upload.of("lost.txt", "lost").to(other.api()).isProblem(503, "file_storage_unavailable");
    Download.of(other.api(), known).is(503);
    assertThat(storageHealth()).isEqualTo("down");
    storage.start();
    assertThat(other.api().get("/api/files").is(200).each("id")).containsExactly(known);
    Download.of(other.api(), known).is(200);
    assertThat(storageHealth()).isEqualTo("up");
  }

  private static String storageHealth() {
    return health("file_storage");
  }

  private static String health(String component) {
    return fixtures
        .platform()
        .get("/api/health/detailed")
        .json()
        .getJsonObject("components")
        .getJsonObject(component)
        .getString("status");
  }

  @Test
  void everyAnnouncedCheckpointIsAnObjectOfItsOwnAlsoWhenTheStoreWasAway() throws IOException {
    TestTenant other = fixtures.newTenant();
    SignedNote first = custody.stored(other, 0);
    Checkpoint checkpoint = Checkpoint.parse(first.text());
    VerifierKey key = AuditBundles.key(other.api()).named(checkpoint.origin());
    assertThat(first.isSignedBy(key)).isTrue();
    assertThat(other.api().get("/api/audit/checkpoints").is(200).each("note"))
        .contains(first.toString());
    storage.stop();
    other.project();
    Await.until(SOON, S3FilesIT::custodyHealth, "down"::equals);
    storage.start();
    SignedNote next = custody.stored(other, checkpoint.size());
    assertThat(next.isSignedBy(key)).isTrue();
    assertThat(storage.checkpoints(checkpoint.origin()).resolve("" + checkpoint.size()))
        .hasContent(first.toString());
    Await.until(SOON, S3FilesIT::custodyHealth, "up"::equals);
  }

  private static String custodyHealth() {
    return health("checkpoint_copies");
  }

  @Test
  void anotherCheckpointInTheStoreStaysAndThatIsToldInTheTrailOfThePlatform() throws IOException {
    TestTenant other = fixtures.newTenant();
    SignedNote first = custody.stored(other, 0);
    Checkpoint known = Checkpoint.parse(first.text());
    for (long size = known.size() + 1; size < known.size() + 20; size++) {
      Path planted = storage.checkpoints(known.origin()).resolve("" + size);
      if (!Files.exists(planted)) {
        Files.writeString(planted, "another history");
      }
    }
    other.project();
    JsonObject event =
        Await.until(
                SOON,
                () ->
                    fixtures
                        .platform()
                        .get(
                            "/api/audit-logs?action=audit_checkpoint.contradicted&resource_id="
                                + other.id())
                        .is(200)
                        .items(),
                events -> !events.isEmpty())
            .get(0);
    assertThat(event.getString("severity")).isEqualTo("CRITICAL");
    JsonObject told = event.getJsonObject("new_values");
    assertThat(told.getString("stored")).isEqualTo("another history");
    assertThat(storage.checkpoints(known.origin()).resolve("" + told.getInt("size")))
        .hasContent("another history");
  }

  @Test
  void aCheckpointThatTheStoreRefusesHasPausesOfItsOwnAndKeepsNoOtherWaiting() throws Exception {
    TestTenant other = fixtures.newTenant();
    Checkpoint known = Checkpoint.parse(custody.stored(other, 0).text());
    Path log = storage.checkpoints(known.origin());
    List<Path> blocks = new ArrayList<>();
    for (long size = known.size() + 1; size < known.size() + 20; size++) {
      // No object can be where others begin.
      if (!Files.exists(log.resolve("" + size))) {
        Files.createDirectory(log.resolve("" + size));
        blocks.add(Files.writeString(log.resolve(size + "/other"), "in the way"));
      }
    }
    other.project();
    Await.until(SOON, () -> Custody.mostRefusals(server), refusals -> refusals > 1);
    assertThat(custodyHealth()).isEqualTo("down");
    Custody.putAgain(server, "1 hour");
    custody.stored(fixtures.newTenant(), 0);
    assertThat(Custody.mostRefusals(server)).isPositive();
    for (Path block : blocks) {
      Files.delete(block);
      Files.delete(block.getParent());
    }
    Custody.putAgain(server, "0");
    assertThat(custody.stored(other, known.size()).text()).startsWith(known.origin() + "\n");
    Await.until(SOON, S3FilesIT::custodyHealth, "up"::equals);
    assertThat(Custody.mostRefusals(server)).isZero();
  }

  @Test
  void auditorsGetOneMailOfAllLogsInAPeriod() throws Exception {
    TestTenant other = fixtures.newTenant();
    String log = Checkpoint.parse(custody.stored(other, 0).text()).origin() + "\n";
    int before = Await.until(SOON, () -> custody.mails(Custody.AUDITOR), mails -> mails > 0);
    if (custody.told().stream().noneMatch(one -> one.startsWith(log))) {
      assertThat(before).as("no more in the same period").isOne();
      Custody.anotherPeriodBegins(server);
      Await.until(SOON, () -> custody.mails(Custody.AUDITOR), mails -> mails == 2);
    }
    assertThat(custody.told())
        .anySatisfy(one -> assertThat(one).startsWith(log))
        .anySatisfy(one -> assertThat(one).startsWith(PLATFORM + "\n"));
    other.project();
    Await.until(SOON, () -> Custody.digestsOfTomorrow(server), waiting -> waiting == 1);
    Await.until(
        SOON,
        () -> custody.mails(Custody.SECOND_AUDITOR),
        mails -> mails == custody.mails(Custody.AUDITOR));
  }

  @Test
  void aFileWhoseObjectIsGoneSaysSo() throws IOException {
    TestTenant other = fixtures.newTenant();
    String id = Upload.text(other.api());
    Files.delete(storage.objects(other).resolve(id));
    assertThat(new String(Download.of(other.api(), id).is(410).bytes()))
        .contains("file_content_missing");
  }

  @Test
  void archivesOfTheTrailAreObjectsThatOnlyTheServerCanOpen() throws Exception {
    TestTenant other = fixtures.newTenant();
    AuditBundles.checkpoint(other.api());
    try (Connection superuser = server.database().administrator().connect()) {
      OldEvents.add(superuser, other, "2015-03", 3, null);
      AuditBundles.checkpoint(other.api());
      assertThat(cleanedUp(other)).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, other)).isZero();
    }
    String archives = "/api/compliance/retention-archives";
    JsonObject archive = other.api().get(archives).is(200).items().get(0);
    byte[] content =
        other.api().bytes("GET", archives + "/" + archive.getString("id") + "/content").body();
    assertThat(MessageDigest.getInstance("SHA-256").digest(content))
        .asHexString()
        .isEqualToIgnoringCase(archive.getString("sha256"));
    try (Stream<Path> objects = Files.list(storage.objects(other))) {
      byte[] stored = Files.readAllBytes(objects.findAny().orElseThrow());
      assertThat(new String(stored, StandardCharsets.ISO_8859_1))
          .hasSizeGreaterThan(content.length)
          .doesNotStartWith("PK")
          .doesNotContain("PK\u0003\u0004", "manifest", "project.created");
    }
    Housekeeping.run(fixtures.platform());
    assertThat(storage.stored(other)).as("nobody sweeps what an archive is").isOne();
  }

  private static String cleanedUp(TestTenant one) {
    String run =
        fixtures
            .platform()
            .post(
                "/api/jobs/retention-cleanup/runs",
                "{\"parameters\":{\"tenant_slug\":\"" + one.slug() + "\"}}")
            .is(202)
            .id();
    return Await.until(
        SOON,
        () -> fixtures.platform().get("/api/jobs/runs/" + run).is(200).string("status"),
        seen -> !List.of("queued", "running").contains(seen));
  }

  @Test
  void housekeepingRemovesObjectsThatNoFileHas() throws IOException {
    TestTenant other = fixtures.newTenant();
    String known = Upload.text(other.api());
    Path orphan = storage.objects(other).resolve(UUID.randomUUID().toString());
    Files.writeString(orphan, "nobody's");
    Housekeeping.run(fixtures.platform());
    assertThat(orphan).doesNotExist();
    Download.of(other.api(), known).is(200);
  }
}
