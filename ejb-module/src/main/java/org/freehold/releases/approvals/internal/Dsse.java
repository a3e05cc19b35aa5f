package org.freehold.releases.approvals.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.freehold.releases.approvals.DsseEnvelope;

/**
 * What is signed, as DSSE says: not the bytes alone but their pre-authentication encoding, so that
 * a signature over one type of bytes is none over another.
 */
public final class Dsse {
  /** Of in-toto statements. */
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  private Dsse() {}

  /** {@code "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body}; lengths are of bytes. */
  public static byte[] pae(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(name.length + body.length + 32);
    out.writeBytes(ascii("DSSEv1 " + name.length + " "));
    out.writeBytes(name);
    out.writeBytes(ascii(" " + body.length + " "));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** An envelope with nobody's signature yet. */
  public static DsseEnvelope envelope(byte[] statement) {
    return new DsseEnvelope(IN_TOTO, Base64.getEncoder().encodeToString(statement), List.of());
  }

  public static DsseEnvelope signed(DsseEnvelope envelope, String keyId, byte[] signature) {
    List<DsseEnvelope.Signature> all = new ArrayList<>(envelope.signatures());
    all.add(new DsseEnvelope.Signature(keyId, Base64.getEncoder().encodeToString(signature)));
    return new DsseEnvelope(envelope.payloadType(), envelope.payload(), all);
  }

  /**
   * The bytes that were verified, null when the key did not sign them. Which signature is the key's
   * is found by trying: the key id is a hint that anybody could have written.
   */
  public static byte[] opened(DsseEnvelope envelope, VerifyingKey key) {
    if (!IN_TOTO.equals(envelope.payloadType())) {
      return null;
    }
    byte[] body = Base64.getDecoder().decode(envelope.payload());
    byte[] signed = pae(envelope.payloadType(), body);
    boolean verified =
        envelope.signatures().stream()
            .anyMatch(one -> key.verifies(signed, Base64.getDecoder().decode(one.sig())));
    return verified ? body : null;
  }
}
