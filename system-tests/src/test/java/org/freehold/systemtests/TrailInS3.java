package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.S3Installation.custody;
import static org.freehold.systemtests.S3Installation.fixtures;
import static org.freehold.systemtests.S3Installation.health;
import static org.freehold.systemtests.S3Installation.server;
import static org.freehold.systemtests.S3Installation.storage;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.junit.jupiter.api.Test;

/** What of the trail is in a storage that speaks S3: its checkpoints, and its archives. */
abstract class TrailInS3 {
  private static final String PLATFORM =
      "audit.freehold.local/t/00000000-0000-7000-8000-000000000001";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void everyAnnouncedCheckpointIsAnObjectOfItsOwnAlsoWhenTheStoreWasAway() throws IOException {
    TestTenant other = fixtures().newTenant();
    SignedNote first = custody().stored(other, 0);
    Checkpoint checkpoint = Checkpoint.parse(first.text());
    VerifierKey key = AuditBundles.key(other.api()).named(checkpoint.origin());
    assertThat(first.isSignedBy(key)).isTrue();
    assertThat(other.api().get("/api/audit/checkpoints").is(200).each("note"))
        .contains(first.toString());
    storage().stop();
    other.project();
    Await.until(SOON, TrailInS3::custodyHealth, "down"::equals);
    storage().start();
    SignedNote next = custody().stored(other, checkpoint.size());
    assertThat(next.isSignedBy(key)).isTrue();
    assertThat(storage().checkpoints(checkpoint.origin()).resolve("" + checkpoint.size()))
        .hasContent(first.toString());
    Await.until(SOON, TrailInS3::custodyHealth, "up"::equals);
  }

  @Test
  void anotherCheckpointInTheStoreStaysAndThatIsToldInTheTrailOfThePlatform() throws IOException {
    TestTenant other = fixtures().newTenant();
    SignedNote first = custody().stored(other, 0);
    Checkpoint known = Checkpoint.parse(first.text());
    for (long size = known.size() + 1; size < known.size() + 20; size++) {
      Path planted = storage().checkpoints(known.origin()).resolve("" + size);
      if (!Files.exists(planted)) {
        Files.writeString(planted, "another history");
      }
    }
    other.project();
    JsonObject event =
        Await.until(
                SOON,
                () ->
                    fixtures()
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
    assertThat(storage().checkpoints(known.origin()).resolve("" + told.getInt("size")))
        .hasContent("another history");
  }

  @Test
  void aCheckpointThatTheStoreRefusesHasPausesOfItsOwnAndKeepsNoOtherWaiting() throws Exception {
    TestTenant other = fixtures().newTenant();
    Checkpoint known = Checkpoint.parse(custody().stored(other, 0).text());
    Path log = storage().checkpoints(known.origin());
    List<Path> blocks = new ArrayList<>();
    for (long size = known.size() + 1; size < known.size() + 20; size++) {
      // No object can be where others begin.
      if (!Files.exists(log.resolve("" + size))) {
        Files.createDirectory(log.resolve("" + size));
        blocks.add(Files.writeString(log.resolve(size + "/other"), "in the way"));
      }
    }
    other.project();
    Await.until(SOON, () -> Custody.mostRefusals(server()), refusals -> refusals > 1);
    assertThat(custodyHealth()).isEqualTo("down");
    Custody.putAgain(server(), "1 hour");
    custody().stored(fixtures().newTenant(), 0);
    assertThat(Custody.mostRefusals(server())).isPositive();
    for (Path block : blocks) {
      Files.delete(block);
      Files.delete(block.getParent());
    }
    Custody.putAgain(server(), "0");
    assertThat(custody().stored(other, known.size()).text()).startsWith(known.origin() + "\n");
    Await.until(SOON, TrailInS3::custodyHealth, "up"::equals);
    assertThat(Custody.mostRefusals(server())).isZero();
  }

  @Test
  void auditorsGetOneMailOfAllLogsInAPeriod() throws Exception {
    TestTenant other = fixtures().newTenant();
    String log = Checkpoint.parse(custody().stored(other, 0).text()).origin() + "\n";
    int before = Await.until(SOON, () -> custody().mails(Custody.AUDITOR), mails -> mails > 0);
    if (custody().told().stream().noneMatch(one -> one.startsWith(log))) {
      assertThat(before).as("no more in the same period").isOne();
      Custody.anotherPeriodBegins(server());
      Await.until(SOON, () -> custody().mails(Custody.AUDITOR), mails -> mails == 2);
    }
    assertThat(custody().told())
        .anySatisfy(one -> assertThat(one).startsWith(log))
        .anySatisfy(one -> assertThat(one).startsWith(PLATFORM + "\n"));
    other.project();
    Await.until(SOON, () -> Custody.digestsOfTomorrow(server()), waiting -> waiting == 1);
    Await.until(
        SOON,
        () -> custody().mails(Custody.SECOND_AUDITOR),
        mails -> mails == custody().mails(Custody.AUDITOR));
  }

  @Test
  void archivesOfTheTrailAreObjectsThatOnlyTheServerCanOpen() throws Exception {
    TestTenant other = fixtures().newTenant();
    AuditBundles.checkpoint(other.api());
    try (Connection superuser = server().database().administrator().connect()) {
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
    try (Stream<Path> objects = Files.list(storage().objects(other))) {
      byte[] stored = Files.readAllBytes(objects.findAny().orElseThrow());
      assertThat(new String(stored, StandardCharsets.ISO_8859_1))
          .hasSizeGreaterThan(content.length)
          .doesNotStartWith("PK")
          .doesNotContain("PK\u0003\u0004", "manifest", "project.created");
    }
    Housekeeping.run(fixtures().platform());
    assertThat(storage().stored(other)).as("nobody sweeps what an archive is").isOne();
  }

  private static String custodyHealth() {
    return health("checkpoint_copies");
  }

  private static String cleanedUp(TestTenant one) {
    String run =
        fixtures()
            .platform()
            .post(
                "/api/jobs/retention-cleanup/runs",
                "{\"parameters\":{\"tenant_slug\":\"" + one.slug() + "\"}}")
            .is(202)
            .id();
    return Await.until(
        SOON,
        () -> fixtures().platform().get("/api/jobs/runs/" + run).is(200).string("status"),
        seen -> !List.of("queued", "running").contains(seen));
  }
}
