package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.freehold.files.FileId;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.UserId;
import org.freehold.platform.json.Digests;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.retention.Holds;
import org.freehold.retention.LegalHoldFields;
import org.freehold.retention.PlanDecision;
import org.freehold.retention.PlanStatus;
import org.freehold.retention.RetentionExecution;
import org.freehold.retention.RetentionPlanDetails;
import org.freehold.retention.RetentionPlanning;
import org.freehold.retention.RetentionPlans;
import org.freehold.retention.internal.ArchiveStore;
import org.freehold.tenancy.Workspaces;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What leaves the trail, step by step: what is looked at again, and what stops it. */
@ExtendWith(ArquillianExtension.class)
class RetentionIT {
  private static final String MARCH = "2015-03";
  private static final int APPROVAL_ABOVE = 6;

  @Inject private SampleTenants tenants;
  @Inject private Workspaces workspaces;
  @Inject private RetentionPlanning planning;
  @Inject private RetentionExecution execution;
  @Inject private RetentionPlans plans;
  @Inject private Holds holds;
  @Inject private ArchiveStore store;
  @Inject private DamagedContents contents;
  @Inject private RetentionRuns runs;

  private SampleTenant tenant;
  private SealedTrail trail;

  @BeforeEach
  void aTenant() throws Exception {
    tenant = tenants.create("kept");
    trail = new SealedTrail(tenant, workspaces);
    trail.change(1);
    trail.isSealed();
  }

  @Test
  void aHoldThatIsPlacedAfterTheCertificateKeepsItsEvents() throws Exception {
    old(MARCH, 5);
    archive();
    assertThat(OldTrail.left(tenant)).as("certified, not removed").isEqualTo(5);
    hold(null, null, null);
    assertThat(removed()).isZero();
    assertThat(OldTrail.left(tenant)).isEqualTo(5);
    released();
    archive();
    assertThat(removed()).isEqualTo(5);
  }

  @Test
  void aHoldWithAnEndKeepsWhatIsFromBeforeItOnly() throws Exception {
    old(MARCH, 5);
    archive();
    hold(null, null, Instant.parse("2015-03-03T03:00:00Z"));
    assertThat(removed()).as("those of three o'clock and later").isEqualTo(3);
    assertThat(OldTrail.hours(tenant)).containsExactly(1, 2);
  }

  @Test
  void aHoldOfAWhileKeepsWhatIsBetween() throws Exception {
    old(MARCH, 5);
    hold(null, Instant.parse("2015-03-03T02:00:00Z"), Instant.parse("2015-03-03T04:00:00Z"));
    archive();
    assertThat(removed()).isEqualTo(3);
    assertThat(OldTrail.hours(tenant)).containsExactly(2, 3);
  }

  @Test
  void aHoldOnAPersonKeepsWhatTheyDidWhatIsAboutThemAndWhatIsWithheldOfThem() throws Exception {
    UUID owner = tenant.owner().value();
    UUID handle =
        (UUID)
            Superuser.rows(
                    "select handle from audit_subject where tenant_id = ? and subject_id = ?",
                    tenant.id(),
                    owner)
                .get(0)[0];
    OldTrail.add(tenant, MARCH, 1, handle, null, null);
    OldTrail.add(tenant, MARCH, 1, null, handle, null);
    OldTrail.add(tenant, MARCH, 1, null, null, owner);
    OldTrail.add(tenant, MARCH, 2, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    trail.isSealed();
    archive();
    hold(tenant.owner(), null, null);
    assertThat(removed()).isEqualTo(2);
    assertThat(OldTrail.left(tenant)).isEqualTo(3);
    assertThat(
            Superuser.count(
                "select count(*) from audit_disclosure d join audit_event e on e.tenant_id ="
                    + " d.tenant_id and e.id = d.event_id where d.tenant_id = ? and d.path = 'p'",
                tenant.id()))
        .as("what is withheld stays with its event, and goes with it")
        .isEqualTo(
            Superuser.count(
                "select count(*) from audit_disclosure where tenant_id = ? and path = 'p'",
                tenant.id()))
        .isEqualTo(1);
  }

  @Test
  void anArchiveIsStoredCompressedAndSealedAndOpensToWhatItsCertificateSays() throws Exception {
    old(MARCH, APPROVAL_ABOVE);
    archive();
    Object[] archive =
        Superuser.rows(
                "select file_id, sealed_key, size_bytes, sha256, manifest_sha256"
                    + " from retention_archive where tenant_id = ? and status = 'certified'",
                tenant.id())
            .get(0);
    String id = archive[0].toString();
    byte[] stored = Files.readAllBytes(stored(id));
    String text = new String(stored, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .as("no archive, no name of a part of it, and no event")
        .doesNotStartWith("PK")
        .doesNotContain("PK\u0003\u0004", "\u001f\u008b", "manifest", "leaves", "project.created");
    assertThat((byte[]) archive[1]).as("nor its key").isNotEmpty();
    Path clear =
        store.read(
            tenant.ref().id(),
            new FileId((UUID) archive[0]),
            (byte[]) archive[1],
            ((Number) archive[2]).longValue());
    try (ZipFile zip = new ZipFile(clear.toFile())) {
      assertThat(Digests.sha256(Files.readAllBytes(clear)))
          .asHexString()
          .isEqualToIgnoringCase((String) archive[3]);
      ZipEntry leaves = zip.getEntry("leaves.ndjson");
      assertThat(leaves.getMethod()).isEqualTo(ZipEntry.DEFLATED);
      assertThat(leaves.getCompressedSize()).isLessThan(leaves.getSize());
      assertThat(new String(zip.getInputStream(leaves).readAllBytes(), StandardCharsets.UTF_8))
          .contains("project.created");
      assertThat(Digests.sha256(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes()))
          .asHexString()
          .isEqualToIgnoringCase((String) archive[4]);
    } finally {
      Files.delete(clear);
    }
  }

  @Test
  void anArchiveThatIsReadBackDamagedLetsNothingGoUntilAnotherIsWhole() throws Exception {
    old(MARCH, 3);
    contents.damage(tenant);
    JobRunId failed = runs.ended(tenant, false);
    assertThat(RetentionRuns.status(failed)).isEqualTo("failed");
    assertThat(RetentionRuns.told(failed))
        .anySatisfy(line -> assertThat(line).contains("The archive is damaged"));
    assertThat(OldTrail.left(tenant)).isEqualTo(3);
    assertThat(certificates()).isZero();
    assertThat(archives("certified")).isZero();
    contents.mend(tenant);
    assertThat(RetentionRuns.status(runs.ended(tenant, false))).isEqualTo("completed");
    assertThat(OldTrail.left(tenant)).isZero();
    assertThat(certificates()).isEqualTo(1);
    assertThat(archives("certified")).isEqualTo(1);
  }

  @Test
  void aMonthAboveTheNumberWaitsForAPerson() throws Exception {
    old(MARCH, APPROVAL_ABOVE);
    old("2015-04", APPROVAL_ABOVE + 1);
    archive();
    assertThat(removed()).isEqualTo(APPROVAL_ABOVE);
    assertThat(OldTrail.left(tenant)).isEqualTo(APPROVAL_ABOVE + 1);
    List<RetentionPlanDetails> waiting =
        asOwner(() -> plans.list(PlanStatus.WAITING, new PageRequest(10, null, null)).items());
    assertThat(waiting)
        .singleElement()
        .satisfies(plan -> assertThat(plan.month()).hasToString("2015-04-01"));
    asOwner(() -> plans.approve(waiting.get(0).id(), new PlanDecision("Seen")));
    archive();
    assertThat(removed()).isEqualTo(APPROVAL_ABOVE + 1);
    assertThat(OldTrail.left(tenant)).isZero();
  }

  @Test
  void aDryRunTellsWhatWouldBePlannedAndChangesNothing() throws Exception {
    old(MARCH, 5);
    old("2015-04", 2);
    hold(null, null, Instant.parse("2015-03-03T03:00:00Z"));
    JobRunId dry = runs.ended(tenant, true);
    assertThat(RetentionRuns.status(dry)).isEqualTo("completed");
    assertThat(RetentionRuns.told(dry))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(tenant.ref().slug(), "would be planned")
                    .contains("month=2015-03-01, events=5, held=2")
                    .contains("month=2015-04-01, events=2, held=0"));
    assertThat(OldTrail.left(tenant)).isEqualTo(7);
    assertThat(archives("planned") + archives("certified")).isZero();
    assertThat(
            Superuser.count("select count(*) from retention_plan where tenant_id = ?", tenant.id()))
        .isZero();
    assertThat(certificates()).isZero();
  }

  private void old(String month, int events) {
    OldTrail.add(tenant, month, events);
    trail.isSealed();
  }

  private void archive() {
    asJob(
        () -> {
          planning.plan();
          return execution.archive(() -> false);
        });
  }

  private long removed() {
    return asJob(() -> execution.remove(() -> false));
  }

  private <T> T asJob(Callable<T> work) {
    CallContext job = CallContext.system("job:retention-cleanup", tenant.ref());
    return CurrentCall.within(job, () -> called(work));
  }

  private <T> T asOwner(Callable<T> work) {
    return CurrentCall.within(tenant.asOwner(), () -> called(work));
  }

  private static <T> T called(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void hold(UserId person, Instant from, Instant until) {
    asOwner(() -> holds.place(new LegalHoldFields("Case", "R", null, person, null, from, until)));
  }

  /** By somebody else. */
  private void released() {
    Superuser.change(
        "update legal_hold set released_by = gen_random_uuid(), released_at = now(),"
            + " release_reason = 'Over' where tenant_id = ?",
        tenant.id());
  }

  private Path stored(String file) throws IOException {
    Path folder = Path.of(System.getProperty("freehold.files.folder"), tenant.id().toString());
    try (var all = Files.walk(folder)) {
      return all.filter(path -> path.getFileName().toString().equals(file)).findAny().orElseThrow();
    }
  }

  private long archives(String status) {
    return Superuser.count(
        "select count(*) from retention_archive where tenant_id = ? and status = ?",
        tenant.id(),
        status);
  }

  private long certificates() {
    return Superuser.count(
        "select count(*) from audit_event where tenant_id = ? and action = 'retention.certified'",
        tenant.id());
  }
}
