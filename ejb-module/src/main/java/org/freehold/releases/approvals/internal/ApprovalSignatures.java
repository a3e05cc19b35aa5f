package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.freehold.identity.SessionDetails;
import org.freehold.identity.Sessions;
import org.freehold.platform.Actor;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.releases.approvals.ApprovalDecision;
import org.freehold.releases.approvals.DsseEnvelope;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.Release;

/**
 * Signs what the caller says of a deployment: with the caller's own signature when they have
 * registered a key, and always by the installation, which saw it.
 */
@ApplicationScoped
public class ApprovalSignatures {
  private static final String SIGNATURE = "/signature";

  @Inject private ApproverKeyRepository keys;
  @Inject private WitnessKeys witnesses;
  @Inject private Sessions sessions;

  /** The caller's question: who, what, and why. */
  public record Said(
      Release release, Deployment deployment, ApprovalDecision decision, String comment) {}

  /** What the caller signs. */
  public Statement statement(Said said) {
    return statement(said, null);
  }

  /** The caller's decision on record, signed; {@code signature} in base64, null for none. */
  public ReleaseApproval sign(Said said, String signature, Instant now) {
    Actor actor = CurrentCall.get().actor();
    List<ApproverKey> own = keys.active(CurrentCall.tenantId(), actor.userId());
    if (!own.isEmpty()) {
      return signedByThem(said, own, signature, now);
    }
    if (signature != null) {
      throw Invalid.at(SIGNATURE, "no_key", "You have registered no key that this could be of.");
    }
    SessionDetails session = sessions.current();
    Statement statement =
        statement(
            said,
            new Statement.Witness(
                now, session.id().value(), session.createdAt(), CurrentCall.get().requestId()));
    byte[] bytes = statement.bytes();
    return new ReleaseApproval(
        statement, witnesses.witness(Dsse.envelope(bytes), bytes), null, now);
  }

  private ReleaseApproval signedByThem(
      Said said, List<ApproverKey> own, String signature, Instant now) {
    if (signature == null) {
      throw new Conflict(
          "signature_required",
          "You have registered a key, so your word counts only with its signature.",
          "GET /api/releases/{id}/statement tells what to sign; send it as signature.");
    }
    Statement statement = statement(said, null);
    byte[] bytes = statement.bytes();
    byte[] signed = decoded(signature);
    ApproverKey key =
        own.stream()
            .filter(one -> one.key().verifies(Dsse.pae(Dsse.IN_TOTO, bytes), signed))
            .findFirst()
            .orElseThrow(
                () ->
                    Invalid.at(
                        SIGNATURE,
                        "signature",
                        "None of your keys made this signature over the statement with this comment."));
    DsseEnvelope envelope = Dsse.signed(Dsse.envelope(bytes), key.keyId(), signed);
    return new ReleaseApproval(statement, witnesses.witness(envelope, bytes), key.id(), now);
  }

  private static byte[] decoded(String signature) {
    try {
      return Base64.getDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      throw Invalid.at(SIGNATURE, "format", "The signature must be in base64.");
    }
  }

  private static Statement statement(Said said, Statement.Witness witness) {
    Actor actor = CurrentCall.get().actor();
    Release release = said.release();
    Deployment deployment = said.deployment();
    return new Statement(
        said.decision(),
        deployment.plan().manifestDigest(),
        new Statement.Release(release.id().value(), release.ref(), release.semver()),
        new Statement.Place(
            CurrentCall.tenantId().value(),
            deployment.id().value(),
            deployment.environmentId().value(),
            deployment.environment()),
        new Statement.Approver(actor.userId().value(), actor.personEmail()),
        said.comment(),
        witness);
  }
}
