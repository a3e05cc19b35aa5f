package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.releases.approvals.DsseEnvelope;

/**
 * Whether the envelope of an approval proves what its row says: rows alone prove nothing, since
 * whoever can write to the table can make one.
 */
@ApplicationScoped
public class ApprovalProof {
  @Inject private WitnessKeys witnesses;
  @Inject private ApproverKeyRepository keys;

  /** Signed by the installation, by the approver's key where one is named, and about this. */
  public boolean holds(TenantId tenant, ReleaseApproval approval) {
    DsseEnvelope envelope = envelope(approval.envelope());
    byte[] said = witnesses.opened(envelope);
    return said != null
        && signedByKey(tenant, approval, envelope)
        && saysSo(tenant, approval, said);
  }

  private boolean signedByKey(TenantId tenant, ReleaseApproval approval, DsseEnvelope envelope) {
    if (approval.keyId() == null) {
      return true;
    }
    return keys.byId(tenant, approval.keyId())
        .filter(key -> key.owner().equals(approval.userId()))
        .filter(key -> Dsse.opened(envelope, key.key()) != null)
        .isPresent();
  }

  private static boolean saysSo(TenantId tenant, ReleaseApproval approval, byte[] statement) {
    JsonObject said = JsonText.parseObject(new ByteArrayInputStream(statement));
    if (!Statement.PREDICATE.equals(said.getString("predicateType"))) {
      return false;
    }
    String digest =
        said.getJsonArray("subject").getJsonObject(0).getJsonObject("digest").getString("sha256");
    JsonObject predicate = said.getJsonObject("predicate");
    return approval.manifestDigest().equals("sha256:" + digest)
        && predicate.getString("decision").equals(WireNames.of(approval.decision()))
        && predicate.getString("tenant_id").equals(tenant.value().toString())
        && predicate.getString("deployment_id").equals(approval.deploymentId().value().toString())
        && predicate
            .getJsonObject("approver")
            .getString("user_id")
            .equals(approval.userId().value().toString());
  }

  /** As it was stored. */
  public static DsseEnvelope envelope(String json) {
    JsonObject stored = JsonText.parseObject(json);
    List<DsseEnvelope.Signature> signatures =
        stored.getJsonArray("signatures").getValuesAs(JsonObject.class).stream()
            .map(one -> new DsseEnvelope.Signature(text(one, "keyid"), text(one, "sig")))
            .toList();
    return new DsseEnvelope(text(stored, "payloadType"), text(stored, "payload"), signatures);
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.get(name)).getString();
  }
}
