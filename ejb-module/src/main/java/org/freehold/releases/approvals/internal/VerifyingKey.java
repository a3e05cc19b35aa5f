package org.freehold.releases.approvals.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freehold.releases.approvals.KeyAlgorithm;

/**
 * A public key that approvals are verified with: Ed25519 or ECDSA on P-256, and only such as no
 * known weakness lets anybody sign for.
 */
public final class VerifyingKey {
  private static final int RAW = 32;

  /** Octets of a signature of Ed25519. */
  private static final int SIGNATURE = 64;

  private final KeyAlgorithm algorithm;
  private final PublicKey key;

  private VerifyingKey(KeyAlgorithm algorithm, PublicKey key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  /**
   * From a SubjectPublicKeyInfo in PEM or in plain base64; an IllegalArgumentException says in
   * words why it is none that is taken.
   */
  public static VerifyingKey ofPem(String pem) {
    String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
    return ofSpki(Base64.getDecoder().decode(base64));
  }

  /** From the DER form. */
  public static VerifyingKey ofSpki(byte[] spki) {
    VerifyingKey found = read(KeyAlgorithm.ED25519, "Ed25519", spki);
    if (found == null) {
      found = read(KeyAlgorithm.ECDSA_P256, "EC", spki);
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "This is no public key of Ed25519 or of ECDSA on P-256 (SubjectPublicKeyInfo).");
    }
    if (!MessageDigest.isEqual(spki, found.spki())) {
      throw new IllegalArgumentException("The key is not in its one DER form.");
    }
    found.requireStrong();
    return found;
  }

  private static VerifyingKey read(KeyAlgorithm algorithm, String name, byte[] spki) {
    try {
      return new VerifyingKey(
          algorithm, KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private void requireStrong() {
    boolean strong =
        key instanceof ECPublicKey ec ? P256.holds(ec) : !SmallOrder.contains(edwards());
    if (!strong) {
      throw new IllegalArgumentException(
          "The key is no point of P-256, or one that anybody could sign for.");
    }
  }

  private byte[] edwards() {
    byte[] spki = spki();
    byte[] raw = new byte[RAW];
    System.arraycopy(spki, spki.length - RAW, raw, 0, RAW);
    return raw;
  }

  /** SHA-256 of the DER form, in hex. */
  public String id() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public KeyAlgorithm algorithm() {
    return algorithm;
  }

  public byte[] spki() {
    return key.getEncoded();
  }

  public String pem() {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki());
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  /** As RFC 7517 and RFC 8037 write it. */
  public Map<String, String> jwk() {
    Map<String, String> jwk = new LinkedHashMap<>();
    if (key instanceof ECPublicKey ec) {
      jwk.put("kty", "EC");
      jwk.put("crv", "P-256");
      jwk.put("x", P256.coordinate(ec.getW().getAffineX()));
      jwk.put("y", P256.coordinate(ec.getW().getAffineY()));
      jwk.put("alg", "ES256");
    } else {
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(edwards()));
      jwk.put("alg", "EdDSA");
    }
    jwk.put("kid", id());
    jwk.put("use", "sig");
    return jwk;
  }

  /** The platform takes one of Ed25519 that is longer when what is too much is zero. */
  public boolean verifies(byte[] message, byte[] signature) {
    if (algorithm == KeyAlgorithm.ED25519 && signature.length != SIGNATURE) {
      return false;
    }
    try {
      Signature check =
          Signature.getInstance(algorithm == KeyAlgorithm.ED25519 ? "Ed25519" : "SHA256withECDSA");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      // Of the wrong length or form: no signature of this key.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The platform cannot verify " + algorithm, e);
    }
  }
}
