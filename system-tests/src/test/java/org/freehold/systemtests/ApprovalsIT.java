package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four eyes: who may say yes, to what, and how that is proved elsewhere. */
@Patient
class ApprovalsIT {
  private TestTenant tenant;
  private ReleaseSteps steps;
  private Api manager;
  private String release;
  private String digest;

  /** One that needs an approval in the very first environment. */
  @BeforeEach
  void prepareOne() {
    tenant = Fixtures.tenant();
    steps = new ReleaseSteps(tenant.api());
    steps.policy("dev", Map.of("approvals", 1));
    manager = tenant.as("manager");
    Answer prepared = steps.prepared("dev", ReleaseSteps.table("seen"));
    release = prepared.string("release_id");
    digest = prepared.json().getJsonObject("manifest").getString("digest");
  }

  @Test
  void withoutAnApprovalNothingIsPromotedAndWithOneItIs() {
    Answer refused = steps.promote(release, "dev").isProblem(409, "approvals_missing");
    assertThat(refused.json().getInt("given")).isZero();
    assertThat(refused.json().getInt("required")).isEqualTo(1);

    Answer approval = approve(manager, "Looks good").is(201);
    assertThat(approval.string("decision")).isEqualTo("approved");
    assertThat(approval.string("manifest_digest")).isEqualTo(digest);
    assertThat(manager.get(approval.place()).is(200).json()).isEqualTo(approval.json());
    JsonObject deployment = steps.promoted(release, "dev");
    assertThat(deployment.getJsonObject("approvals").getInt("given")).isEqualTo(1);
  }

  @Test
  void aProjectThatRequiresApprovalAsksForItInEachEnvironment() {
    steps.policy("dev", Map.of("approvals", 0));
    String strict = tenant.project("requires_approval", true);
    String bundle = ReleaseSteps.table("strict");
    String body = Body.of("to_env", "dev", "project_id", strict, "bundle_data", Body.json(bundle));
    Answer prepared = tenant.api().post("/api/releases/prepare", body).is(200);
    release = prepared.string("release_id");
    JsonObject deployment = prepared.json().getJsonObject("deployment");
    assertThat(deployment.getString("status")).isEqualTo("awaiting_approval");
    assertThat(deployment.getJsonObject("approvals").getInt("required")).isEqualTo(1);
    Answer refused = steps.promote(release, "dev").isProblem(409, "approvals_missing");
    assertThat(refused.json().getInt("required")).isEqualTo(1);
    approve(manager, null).is(201);
    steps.promoted(release, "dev");
  }

  @Test
  void whoPreparedItDoesNotApproveIt() {
    approve(tenant.api(), null).isProblem(403, "self_approval");
    steps.policy("dev", Map.of("approvals", 1, "allow_self_approval", true));
    approve(tenant.api(), null).is(201);
    steps.promoted(release, "dev");
  }

  @Test
  void whoAsksForThePromotionIsNoSecondPairOfEyes() {
    TestUser both = tenant.newUser("tenant_admin");
    approve(both.api(), null).is(201);
    ReleaseSteps theirs = new ReleaseSteps(both.api());
    Answer refused = theirs.promote(release, "dev").isProblem(409, "approvals_missing");
    assertThat(refused.json().getInt("given")).isZero();
    steps.promoted(release, "dev");
  }

  @Test
  void aKeyApprovesNothingWhateverItHolds() {
    Api key = tenant.withKey("releases:*");
    approve(key.in(tenant.slug()), null).isProblem(403, "people_only");
    reject(key.in(tenant.slug()), null).isProblem(403, "people_only");
    key.in(tenant.slug())
        .post("/api/release-signing-keys", Body.of("name", "K", "public_key", "AAAA"))
        .isProblem(403, "people_only");
  }

  @Test
  void whoMayNotApproveIsToldWhatIsMissing() {
    assertThat(approve(tenant.as("developer"), null).is(403).string("permission"))
        .isEqualTo("releases:approve");
  }

  @Test
  void oneRejectionBlocksUntilItIsPreparedAgain() {
    approve(manager, null).is(201);
    reject(manager, "Found a mistake").is(201);
    assertThat(steps.promote(release, "dev").isProblem(409, "rejected").string("rejected_by"))
        .isEqualTo(tenant.user("manager").id());
    approve(manager, null).isProblem(409, "already_decided");

    steps.further(release, "dev");
    steps.promote(release, "dev").isProblem(409, "approvals_missing");
    approve(manager, null).is(201);
    steps.promoted(release, "dev");
    assertThat(manager.get(path("approvals")).is(200).each("decision"))
        .containsExactly("approved", "rejected", "approved");
  }

  @Test
  void anApprovalIsForOneEnvironmentOnly() {
    steps.policy("staging", Map.of("approvals", 1));
    approve(manager, null).is(201);
    steps.further(release, "staging");
    steps.promote(release, "staging").isProblem(409, "approvals_missing");
  }

  @Test
  void theGatesOfAWaitingDeploymentSayWhatIsMissing() {
    String gates = "/api/releases/" + release + "/deployments/" + deploymentId() + "/gates";
    Answer before = manager.get(gates).is(200);
    assertThat(before.each("gate")).containsExactly("upstream", "approvals", "freeze");
    assertThat(before.each("outcome")).containsExactly("waived", "failed", "passed");
    approve(manager, null).is(201);
    steps.promoted(release, "dev");
    Answer after = manager.get(gates).is(200);
    assertThat(after.each("gate"))
        .containsExactly("upstream", "approvals", "freeze", "fingerprint", "backup", "health");
    assertThat(after.each("outcome")).doesNotContain("failed");
  }

  @Test
  void theInstallationWitnessesWhatItSaw() throws Exception {
    Answer approval = approve(manager, "Seen").is(201);
    JsonObject envelope = manager.get(approval.place() + "/envelope").is(200).json();
    JsonObject platform =
        Fixtures.nobody().get("/api/release-signing-keys/platform").is(200).items().get(0);
    PublicKey key = OfflineVerifier.key(platform.getString("public_key"));

    JsonObject statement = OfflineVerifier.statement(envelope, key);
    assertThat(statement.getString("_type")).isEqualTo("https://in-toto.io/Statement/v1");
    JsonObject subject = statement.getJsonArray("subject").getJsonObject(0);
    assertThat("sha256:" + subject.getJsonObject("digest").getString("sha256")).isEqualTo(digest);
    JsonObject said = statement.getJsonObject("predicate");
    assertThat(said.getString("decision")).isEqualTo("approved");
    assertThat(said.getString("comment")).isEqualTo("Seen");
    assertThat(said.getJsonObject("approver").getString("user_id"))
        .isEqualTo(tenant.user("manager").id());
    assertThat(said.getJsonObject("witness").getJsonObject("signed_in").getString("second_factor"))
        .isEqualTo("unknown");
    assertThat(envelope.getJsonArray("signatures").getJsonObject(0).getString("keyid"))
        .isEqualTo(platform.getString("key_id"));

    byte[] body = Base64.getDecoder().decode(envelope.getString("payload"));
    body[body.length / 2] ^= 1;
    JsonObject altered =
        jakarta.json.Json.createObjectBuilder(envelope)
            .add("payload", Base64.getEncoder().encodeToString(body))
            .build();
    assertThatThrownBy(() -> OfflineVerifier.statement(altered, key))
        .isInstanceOf(SignatureException.class);
  }

  /** As docs/audit/release-approvals.md says. */
  @Test
  void opensslVerifiesItWithoutTheServer(@TempDir Path folder) throws Exception {
    assumeTrue(Openssl.isThere(), "Left out: there is no openssl on this machine");
    Answer approval = approve(manager, "Seen").is(201);
    JsonObject envelope = manager.get(approval.place() + "/envelope").is(200).json();
    String pem =
        Fixtures.nobody()
            .get("/api/release-signing-keys/platform")
            .is(200)
            .items()
            .get(0)
            .getString("public_key");
    String sig = envelope.getJsonArray("signatures").getJsonObject(0).getString("sig");
    byte[] signed = OfflineVerifier.pae(envelope);
    Openssl openssl = new Openssl(folder);
    assertThat(openssl.verifies(pem, signed, Base64.getDecoder().decode(sig))).isTrue();
    signed[signed.length - 2] ^= 1;
    assertThat(openssl.verifies(pem, signed, Base64.getDecoder().decode(sig))).isFalse();
  }

  @Test
  void whoHasAKeySignsWithItAndNothingElseCounts() throws Exception {
    KeyPair pair = OfflineVerifier.pair();
    KeyPair other = OfflineVerifier.pair();
    Answer key = register(manager, pair.getPublic()).is(201);
    register(manager, pair.getPublic()).isProblem(409, "signing_key_known");
    tenant.api().delete(key.place()).isProblem(403, "signing_key_of_another");

    approve(manager, "Signed").isProblem(409, "signature_required");
    String query = "?environment=dev&decision=approved&comment=Signed";
    byte[] pae =
        Base64.getDecoder().decode(manager.get(path("statement") + query).is(200).string("pae"));
    assertThat(approve(manager, "Signed", OfflineVerifier.sign(other, pae)).is(400).faults())
        .containsExactly("/signature signature");
    String signature = OfflineVerifier.sign(pair, pae);
    assertThat(approve(manager, "Something else", signature).is(400).faults())
        .containsExactly("/signature signature");
    Answer approval = approve(manager, "Signed", signature).is(201);
    assertThat(approval.string("key_id")).isEqualTo(key.id());

    JsonObject envelope = manager.get(approval.place() + "/envelope").is(200).json();
    assertThat(OfflineVerifier.statement(envelope, pair.getPublic()).getString("predicateType"))
        .isEqualTo("urn:freehold:release-approval:v1");
    JsonObject platform =
        Fixtures.nobody().get("/api/release-signing-keys/platform").is(200).items().get(0);
    OfflineVerifier.statement(envelope, OfflineVerifier.key(platform.getString("public_key")));

    manager.delete(key.place()).is(204);
    assertThat(manager.get(key.place()).is(200).isNull("revoked_at")).isFalse();
    steps.promoted(release, "dev");
  }

  @Test
  void weakAndForeignKeysAreNotTaken() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    assertThat(register(manager, rsa.generateKeyPair().getPublic()).is(400).faults())
        .containsExactly("/public_key key");
  }

  @Test
  void whatIsDecidedIsOnRecord() {
    approve(manager, "Seen").is(201);
    Answer events = tenant.api().get("/api/audit-logs?action=release.approved").is(200);
    JsonObject event = events.items().get(0);
    assertThat(event.getString("resource_id"))
        .isEqualTo(manager.get("/api/releases/" + release).is(200).id());
    assertThat(event.getBoolean("success")).isTrue();
    assertThat(event.getBoolean("compliance_relevant")).isTrue();
  }

  private Answer approve(Api api, String comment) {
    return approve(api, comment, null);
  }

  private Answer approve(Api api, String comment, String signature) {
    return api.post(
        path("approve"), Body.of("environment", "dev", "comment", comment, "signature", signature));
  }

  private Answer reject(Api api, String comment) {
    return api.post(path("reject"), Body.of("environment", "dev", "comment", comment));
  }

  private static Answer register(Api api, PublicKey key) {
    return api.post(
        "/api/release-signing-keys",
        Body.of("name", "Laptop", "public_key", OfflineVerifier.pem(key)));
  }

  private String deploymentId() {
    return tenant.api().get(path("deployments")).is(200).items().get(0).getString("id");
  }

  private String path(String what) {
    return "/api/releases/" + release + "/" + what;
  }
}
