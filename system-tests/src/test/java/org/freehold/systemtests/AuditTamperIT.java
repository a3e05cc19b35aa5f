package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.BundleVerifier;
import org.freehold.engine.transparency.bundle.Finding;
import org.freehold.engine.transparency.bundle.Report;
import org.freehold.engine.transparency.bundle.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody with all rights in the database changes the trail; an auditor with a bundle, the key and
 * a checkpoint that was kept finds out what and where, without the server.
 */
@Timeout(300)
@OwnServers
class AuditTamperIT {
  @TempDir private Path folder;
  private TestTenant tenant;
  private Api api;
  private String kept;
  private long size;
  private Connection superuser;
  private Tamperer tamperer;

  @BeforeEach
  void aTrailWithACheckpointThatIsKept() throws SQLException {
    tenant = KilledInstallation.newTenant();
    api = KilledInstallation.owner(tenant);
    for (int i = 0; i < 4; i++) {
      Fixtures.project(api);
    }
    kept = AuditBundles.checkpoint(api);
    size = Checkpoint.parse(SignedNote.parse(kept).text()).size();
    superuser = KilledInstallation.server().database().administrator().connect();
    tamperer = new Tamperer(superuser, tenant);
  }

  @AfterEach
  void signOut() throws SQLException {
    superuser.close();
  }

  @Test
  void aChangedEventIsFound() throws Exception {
    tamperer.rewrite(2);
    finds("changed", 2L);
    Path bundle = new AuditBundles(folder).whole(api);
    Path key = Files.writeString(folder.resolve("kept.pem"), AuditBundles.pem(api));
    Terminal.Ended ended =
        Terminal.in(folder).run("audit", "verify", bundle.toString(), "--key", key.toString());
    assertThat(ended.is(1).out())
        .contains("WRONG at 2, event " + tamperer.text(Tamperer.eventAt(2)), "(changed)");
    assumeThat(Script.isThere()).isTrue();
    assertThat(Script.verify(bundle, key)).contains("WRONG at 2, event ", "(changed)");
  }

  @Test
  void aDamagedEventKeepsNoOtherFromBeingRead() throws SQLException {
    tamperer.change(
        "update tenant.audit_event set leaf = '\\xff' where tenant_id = '%1$s' and id = "
            + Tamperer.eventAt(2));
    assertThat(api.get("/api/audit-logs").is(200).each("action"))
        .contains("audit.event_unreadable", "project.created");
    assertThat(api.get("/api/audit-logs?format=csv").is(200).text())
        .contains("audit.event_unreadable", "project.created");
    assertThat(api.get("/api/audit-logs?q=project.created").is(200).each("action"))
        .as("where a text is looked for, too")
        .hasSizeGreaterThan(1)
        .containsOnly("project.created");
    assertThat(api.get("/api/audit-logs?q=project.created&format=csv").is(200).text())
        .contains("project.created")
        .doesNotContain("audit.event_unreadable");
  }

  @Test
  void aDeletedEventIsFoundAlsoWithItsPlace() throws Exception {
    String event = tamperer.text(Tamperer.eventAt(2));
    tamperer.change(
        "delete from tenant.audit_event where tenant_id = '%1$s' and id = '" + event + "'");
    finds("removed", 2L);
    tamperer.change("delete from tenant.audit_leaf where tenant_id = '%1$s' and position = 2");
    finds("removed", 2L);
  }

  @Test
  void anInsertedEventIsFound() throws Exception {
    tamperer.change(
        "insert into tenant.audit_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*"
            + " from tenant.audit_event e where tenant_id = '%1$s' and id = "
            + Tamperer.eventAt(2));
    finds("inserted", null);
  }

  @Test
  void swappedEventsAreFound() throws Exception {
    tamperer.change(
        "update tenant.audit_leaf set position = case position when 2 then -2 else -3 end + 1000 where tenant_id = '%1$s' and position in (2, 3)");
    tamperer.change(
        "update tenant.audit_leaf set position = case position when 998 then 3 else 2 end where tenant_id = '%1$s' and position in (997, 998)");
    Report report = verify();
    assertThat(report.findings())
        .extracting(Finding::code, Finding::index)
        .contains(tuple("swapped", 2L), tuple("swapped", 3L));
  }

  @Test
  void aTailThatIsCutWithTheTreeIsFoundAndNothingIsSignedAnyMore() throws Exception {
    tamperer.cutTo(size - 2);
    assertThat(api.get("/api/audit/checkpoint").isProblem(409, "audit_trail_damaged").text())
        .contains("a checkpoint over");
    Report report = verify();
    assertThat(report.findings()).extracting(Finding::code).contains("cut");
    assertThat(report.findings().get(0).text()).contains("are gone");
  }

  @Test
  void aHistoryThatIsRewrittenWithItsTreeIsFound() throws Exception {
    Fixtures.project(api);
    AuditBundles.checkpoint(api);
    tamperer.rewrite(2);
    tamperer.rebuildTheTree();
    api.get("/api/audit/checkpoint").isProblem(409, "audit_trail_damaged");
    Report report = verify();
    // By the checkpoint that was kept, and by each later one that the installation has itself.
    assertThat(report.findings()).extracting(Finding::code).containsOnly("rewritten", "root");
    // Even when what the installation remembers was taken away, and all is signed anew.
    tamperer.forget();
    AuditBundles.checkpoint(api);
    Path bundle = new AuditBundles(folder).whole(api);
    assertThat(AuditBundles.verify(api, bundle).findings()).isEmpty();
    assertThat(AuditBundles.verify(api, bundle, kept).findings())
        .extracting(Finding::code)
        .containsExactly("rewritten");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from tenant.audit_tree where tenant_id = '%1$s'",
        "update tenant.audit_tree set subtrees = '' where tenant_id = '%1$s'",
        "delete from tenant.audit_tile where tenant_id = '%1$s' and level = 0",
        "update tenant.audit_checkpoint set note = 'rubbish' where tenant_id = '%1$s'"
      })
  void whateverIsDamagedIsToldAndTheBundleIsMadeAllTheSame(String damage) throws Exception {
    tamperer.change(damage);
    Fixtures.project(api);
    assertThat(api.get("/api/audit/checkpoint").isProblem(409, "audit_trail_damaged").text())
        .contains("continues the earlier checkpoint");
    Report report = verify();
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsAnyOf("tree", "checkpoint", "cut", "count");
    Answer consistency = api.get("/api/audit/consistency?from=0");
    assertThat(consistency.status()).isIn(200, 409);
    api.get("/api/audit-logs").is(200);
    assertThat(KilledInstallation.operator().get("/api/health/detailed").is(200).text())
        .contains("\"audit_sealing\":{\"status\":\"down\"");
    assertThat(KilledInstallation.operator().get("/api/metrics").is(200).text())
        .containsPattern("freehold_audit_trails_damaged [1-9]");
  }

  @Test
  void anotherKeyIsIntroducedByTheOneBefore() throws Exception {
    VerifierKey old = AuditBundles.key(api);
    api.post("/api/audit/keys/rotate").isProblem(403, "platform_only");
    Answer fresh = KilledInstallation.operator().post("/api/audit/keys/rotate").is(200);
    assertThat(fresh.string("introduction")).contains(fresh.string("verifier_key"));
    KilledInstallation.operator()
        .post("/api/audit/keys/rotate")
        .isProblem(409, "audit_key_just_rotated");
    // What was signed before is signed anew, for those who have the new key only.
    assertThat(AuditBundles.verify(api, new AuditBundles(folder).whole(api)).findings()).isEmpty();
    Fixtures.project(api);
    Path bundle = new AuditBundles(folder).whole(api);
    Report byOld = new BundleVerifier(trusting(old)).verify(bundle);
    assertThat(byOld.findings()).isEmpty();
    assertThat(byOld.notes()).anyMatch(note -> note.contains("was introduced by"));
    VerifierKey next = VerifierKey.parse(fresh.string("verifier_key"));
    assertThat(old.named(next.name())).isNotEqualTo(next);
    Report byNew = new BundleVerifier(trusting(next)).verify(bundle);
    assertThat(byNew.findings()).isEmpty();
    assertThat(byNew.signedBy()).contains(next.toString().split("\\+")[2]);
    Path key = Files.writeString(folder.resolve("old.key"), old.named(byNew.bundle().log()) + "\n");
    assumeThat(Script.isThere()).isTrue();
    assertThat(Script.verify(bundle, key)).contains("was introduced by", "Nothing was changed");
  }

  private static Trust trusting(VerifierKey key) {
    return new Trust(List.of(), List.of(key), List.of(), null, false);
  }

  @Test
  void aDamagedKeyOfAPersonKeepsNobodyFromWorkingOrReading() throws Exception {
    tamperer.change(
        "update tenant.audit_subject set sealed_key = '\\x00' where tenant_id = '%1$s'");
    Fixtures.project(api);
    api.get("/api/audit-logs").is(200);
    Report report = verify();
    assertThat(report.findings()).extracting(Finding::code).contains("disclosure");
    assertThat(report.findings()).extracting(Finding::code).doesNotContain("changed", "tree");
  }

  @Test
  void anOldCheckpointIsFoundInThePlaceOfANewerOne() throws Exception {
    Fixtures.project(api);
    String newer = AuditBundles.checkpoint(api);
    tamperer.cutTo(size);
    tamperer.forget();
    Path bundle = new AuditBundles(folder).whole(api);
    assertThat(AuditBundles.verify(api, bundle, kept).findings()).isEmpty();
    assertThat(AuditBundles.verify(api, bundle, newer).findings())
        .extracting(Finding::code)
        .contains("cut");
  }

  @Test
  void aTenantThatIsDroppedIsMissedByThePlatform() throws Exception {
    Api operator = KilledInstallation.operator();
    Await.until(Duration.ofSeconds(30), () -> untold(), untold -> untold.equals("0"));
    for (String table :
        List.of("audit_event", "audit_leaf", "audit_tile", "audit_tree", "audit_checkpoint")) {
      tamperer.change("delete from tenant." + table + " where tenant_id = '%1$s'");
    }
    tamperer.change("delete from control.audit_pending where tenant_id = '%1$s'");
    Path bundle = new AuditBundles(folder).whole(operator);
    List<Finding> findings =
        AuditBundles.verify(operator, bundle).findings().stream()
            .filter(one -> one.text().contains(tenant.id()))
            .toList();
    assertThat(findings).extracting(Finding::code).containsExactly("log_gone");
  }

  private String untold() {
    try {
      return tamperer.text(
          "(select count(*) from control.audit_head where tenant_id = '%1$s' and told_size < size)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void finds(String code, Long index) throws IOException {
    List<Finding> findings = verify().findings();
    assertThat(findings).extracting(Finding::code).containsExactly(code);
    assertThat(findings.get(0).index()).isEqualTo(index);
  }

  private Report verify() throws IOException {
    return AuditBundles.verify(api, new AuditBundles(folder).whole(api), kept);
  }
}
