package org.freehold.releases.approvals;

import java.util.List;
import org.freehold.platform.json.WireName;

/**
 * A DSSE envelope (version 1.0.2 of its specification): bytes, their type, and who signed them.
 *
 * @param payload in base64
 */
public record DsseEnvelope(
    @WireName("payloadType") String payloadType, String payload, List<Signature> signatures) {
  /**
   * One signature of the envelope.
   *
   * @param keyid SHA-256 of the public key (SubjectPublicKeyInfo) in hex; a hint, as DSSE says
   * @param sig in base64: 64 bytes for Ed25519, DER for ECDSA
   */
  public record Signature(String keyid, String sig) {}

  public DsseEnvelope {
    signatures = List.copyOf(signatures);
  }
}
