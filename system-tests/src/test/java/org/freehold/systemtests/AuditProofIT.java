package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.InclusionNote;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail proves itself to somebody who trusts neither the server nor its database. */
class AuditProofIT {
  @TempDir private static Path folder;
  private static TestTenant tenant;

  @BeforeAll
  static void aTrail() {
    tenant = Fixtures.tenant();
    for (int i = 0; i < 5; i++) {
      tenant.project();
    }
  }

  @Test
  void theCheckpointIsSignedWithThePublishedKey() {
    Answer answer = tenant.api().get("/api/audit/checkpoint").is(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    SignedNote note = SignedNote.parse(answer.text());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.origin()).endsWith("/t/" + tenant.id());
    VerifierKey key =
        VerifierKey.parse(
            Fixtures.nobody()
                .get("/api/audit/keys?log=" + checkpoint.origin())
                .is(200)
                .items()
                .get(0)
                .getString("verifier_key"));
    assertThat(note.isSignedBy(key)).isTrue();
    assertThat(tenant.api().get("/api/audit/checkpoints?limit=1").is(200).each("note"))
        .containsExactly(answer.text());
    Fixtures.nobody().get("/api/audit/keys?log=a%20b").isProblem(400, "invalid");
  }

  @Test
  void anEventIsProvedByItsBytesAndThePublishedKeyAlone() {
    String project = tenant.project();
    JsonObject event =
        tenant.api().get("/api/audit-logs?resource_id=" + project).is(200).items().get(0);
    JsonObject proof =
        tenant.api().get("/api/audit-logs/" + event.getString("id") + "/proof").is(200).json();
    byte[] leaf = Base64.getDecoder().decode(proof.getString("leaf"));
    VerifierKey key = AuditBundles.key(tenant.api()).named(proof.getString("log"));
    InclusionNote read = InclusionNote.parse(proof.getString("proof"));
    assertThat(read.proves(leaf, key)).isTrue();
    assertThat(Base64.getDecoder().decode(proof.getString("leaf_hash")))
        .isEqualTo(MerkleTree.leafHash(leaf));
    leaf[20] ^= 1;
    assertThat(read.proves(leaf, key)).isFalse();
    String text = new String(Base64.getDecoder().decode(proof.getString("leaf")));
    assertThat(text).contains(event.getString("id")).doesNotContain(tenant.owner().email());
    List<String> values =
        proof.getJsonArray("disclosures").getValuesAs(JsonString.class).stream()
            .map(one -> Disclosure.parse(one.getString()))
            .filter(one -> text.contains(one.commitment()))
            .map(Disclosure::value)
            .toList();
    assertThat(values).contains(tenant.owner().email());
    JsonObject told =
        tenant.api().get("/api/audit-logs?resource_id=" + project).is(200).items().get(0);
    assertThat(told.getBoolean("sealed")).isTrue();
    assertThat(told.getInt("sequence")).isEqualTo(proof.getInt("index"));
  }

  @Test
  void theTrailOfNowContinuesTheOneOfBefore() {
    Checkpoint before = checkpoint();
    tenant.project();
    Checkpoint after = checkpoint();
    assertThat(after.size()).isGreaterThan(before.size());
    JsonObject proof =
        tenant
            .api()
            .get("/api/audit/consistency?from=%d&to=%d".formatted(before.size(), after.size()))
            .is(200)
            .json();
    List<byte[]> hashes =
        proof.getJsonArray("proof").getValuesAs(JsonString.class).stream()
            .map(hash -> Base64.getDecoder().decode(hash.getString()))
            .toList();
    assertThat(
            MerkleTree.verifyConsistency(
                before.size(), after.size(), hashes, before.root(), after.root()))
        .isTrue();
    tenant.api().get("/api/audit/consistency?from=3&to=2").isProblem(400, "invalid");
    tenant.api().get("/api/audit/consistency?from=0&to=99999").isProblem(400, "invalid");
  }

  private static Checkpoint checkpoint() {
    return Checkpoint.parse(SignedNote.parse(AuditBundles.checkpoint(tenant.api())).text());
  }

  @Test
  void onlyWhoMayReadTheTrailGetsProofsAndOnlyWhoMayExportItGetsBundles() {
    Api viewer = tenant.as("viewer");
    viewer.get("/api/audit/checkpoint").isProblem(403, "permission_required");
    viewer.get("/api/audit/checkpoints").isProblem(403, "permission_required");
    viewer.get("/api/audit/consistency").isProblem(403, "permission_required");
    tenant.as("manager").get("/api/audit/checkpoint").is(200);
    tenant.as("manager").post("/api/audit/exports", "{}").isProblem(403, "permission_required");
    tenant
        .api()
        .post(
            "/api/audit/exports",
            Body.of("from", "2026-02-01T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
        .isProblem(400, "invalid");
  }

  @Test
  void aBundleHoldsForTheCommandLineAndForTheScript() throws Exception {
    AuditBundles bundles = new AuditBundles(folder);
    String kept = AuditBundles.checkpoint(tenant.api());
    tenant.project();
    Path bundle = bundles.whole(tenant.api());
    Report report = AuditBundles.verify(tenant.api(), bundle, kept);
    assertThat(report.findings()).isEmpty();
    assertThat(report.matched()).contains(Checkpoint.parse(SignedNote.parse(kept).text()).size());
    assertThat(report.disclosures()).isPositive();
    assertThat(report.hidden()).isZero();
    Path key = Files.writeString(folder.resolve("kept.pem"), AuditBundles.pem(tenant.api()));
    Path note = Files.writeString(folder.resolve("kept.checkpoint"), kept);
    String[] words = {
      "audit", "verify", bundle.toString(), "--key", key.toString(), "--checkpoint", note.toString()
    };
    assertThat(
            Terminal.in(folder)
                .with("FREEHOLD_SERVER", "http://127.0.0.1:9")
                .run(words)
                .is(0)
                .out())
        .contains("Nothing was changed", "(kept)");
    assumeThat(Script.isThere()).isTrue();
    assertThat(Script.verify(bundle, key, note)).endsWith("nothing is missing in between.\n");
  }

  @Test
  void aPeriodHasItsEventsAndOneInWhichNothingHappenedHasNone() throws Exception {
    AuditBundles bundles = new AuditBundles(folder);
    String project = tenant.project();
    String event =
        tenant
            .api()
            .get("/api/audit-logs?resource_id=" + project)
            .is(200)
            .items()
            .get(0)
            .getString("id");
    long at = Long.parseLong(event.replace("-", "").substring(0, 12), 16);
    Path period =
        bundles.period(
            tenant.api(),
            "{\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(Instant.ofEpochMilli(at), Instant.ofEpochMilli(at + 1)));
    Report report = AuditBundles.verify(tenant.api(), period);
    assertThat(report.findings()).isEmpty();
    assertThat(report.leaves()).isPositive().isLessThan(report.checkpoint().size());
    Path future = bundles.period(tenant.api(), "{\"from\":\"%s\"}".formatted(in(3600)));
    assertThat(AuditBundles.verify(tenant.api(), future).leaves()).isZero();
    Path past =
        bundles.period(
            tenant.api(), "{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2020-04-01T00:00:00Z\"}");
    assertThat(AuditBundles.verify(tenant.api(), past).leaves()).isZero();
  }

  private static Instant in(int seconds) {
    return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void whatAnAnalystMayNotKnowOfIsInTheBundleAsAHash() throws IOException {
    tenant.project("visibility", "private");
    Path bundle = new AuditBundles(folder).whole(tenant.as("analyst"));
    Report report = AuditBundles.verify(tenant.api(), bundle);
    assertThat(report.findings()).isEmpty();
    assertThat(report.hidden()).isPositive();
  }

  @Test
  void theOperatorHasTheTrailOfThePlatform() throws IOException {
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(AuditBundles.checkpoint(Fixtures.operator())).text());
    assertThat(checkpoint.origin()).endsWith("/t/00000000-0000-7000-8000-000000000001");
  }
}
