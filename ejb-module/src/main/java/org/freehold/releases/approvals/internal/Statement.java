package org.freehold.releases.approvals.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.platform.json.WireNames;
import org.freehold.releases.approvals.ApprovalDecision;

/**
 * What an approval says, as an in-toto Statement v1 over the digest of the manifest, in canonical
 * JSON. Without a witness it follows from the question alone, so that the approver can sign the
 * same bytes that are made again when the decision arrives.
 *
 * @param manifestDigest {@code sha256:} and 64 hex digits
 * @param witness null in what an approver signs
 */
public record Statement(
    ApprovalDecision decision,
    String manifestDigest,
    Release release,
    Place place,
    Approver approver,
    String comment,
    Witness witness) {
  /** Names this form; another form has another name. */
  public static final String PREDICATE = "urn:freehold:release-approval:v1";

  private static final String DIGEST = "sha256:";

  /** Which release, by id, by name and by version. */
  public record Release(UUID id, String ref, String version) {}

  /** Where it is to go: the environment of a tenant, by the plan of one deployment. */
  public record Place(UUID tenant, UUID deployment, UUID environment, String environmentName) {}

  /** Who decided. */
  public record Approver(UUID id, String email) {}

  /** When, and how the approver had signed in; the installation says so. */
  public record Witness(Instant decidedAt, UUID session, Instant signedInAt, String requestId) {}

  /** The bytes that are signed. */
  public byte[] bytes() {
    Map<String, Object> subject =
        Map.of(
            "name",
            release.ref() + "/" + place.environmentName(),
            "digest",
            Map.of("sha256", hex()));
    return CanonicalJson.bytes(
        Map.of(
            "_type",
            "https://in-toto.io/Statement/v1",
            "subject",
            List.of(subject),
            "predicateType",
            PREDICATE,
            "predicate",
            predicate()));
  }

  private String hex() {
    if (!manifestDigest.startsWith(DIGEST)) {
      throw new IllegalStateException("No digest of a manifest: " + manifestDigest);
    }
    return manifestDigest.substring(DIGEST.length());
  }

  private Map<String, Object> predicate() {
    Map<String, Object> said = new TreeMap<>();
    said.put("decision", WireNames.of(decision));
    said.put("tenant_id", place.tenant().toString());
    said.put("deployment_id", place.deployment().toString());
    said.put(
        "release",
        Map.of(
            "id",
            release.id().toString(),
            "release_id",
            release.ref(),
            "version",
            release.version()));
    said.put(
        "environment",
        Map.of("id", place.environment().toString(), "name", place.environmentName()));
    said.put("approver", Map.of("user_id", approver.id().toString(), "email", approver.email()));
    if (comment != null) {
      said.put("comment", comment);
    }
    if (witness != null) {
      said.put("witness", told(witness));
    }
    return said;
  }

  private static Map<String, Object> told(Witness witness) {
    Map<String, Object> session = new TreeMap<>();
    session.put("method", "session");
    session.put("second_factor", "unknown");
    session.put("session_id", witness.session().toString());
    session.put("signed_in_at", witness.signedInAt().toString());
    return Map.of(
        "decided_at",
        witness.decidedAt().toString(),
        "request_id",
        witness.requestId(),
        "signed_in",
        session);
  }
}
