package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Verifies envelopes with nothing but an exported envelope, a public key in PEM and the JDK:
 * written from the DSSE and in-toto specifications, and knows nothing of the server.
 */
final class OfflineVerifier {
  private OfflineVerifier() {}

  static PublicKey key(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    X509EncodedKeySpec spki = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(spki);
    } catch (GeneralSecurityException e) {
      return KeyFactory.getInstance("EC").generatePublic(spki);
    }
  }

  /** A new key of Ed25519. */
  static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(KeyPair pair) {
    return pem(pair.getPublic());
  }

  static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** The bytes that are signed. */
  static byte[] pae(JsonObject envelope) {
    String type = envelope.getString("payloadType");
    byte[] body = Base64.getDecoder().decode(envelope.getString("payload"));
    byte[] head =
        ("DSSEv1 " + type.length() + " " + type + " " + body.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** The statement, once a signature of the key is found on it. */
  static JsonObject statement(JsonObject envelope, PublicKey key) throws GeneralSecurityException {
    for (JsonObject one : envelope.getJsonArray("signatures").getValuesAs(JsonObject.class)) {
      if (verifies(key, pae(envelope), Base64.getDecoder().decode(one.getString("sig")))) {
        byte[] body = Base64.getDecoder().decode(envelope.getString("payload"));
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
          return reader.readObject();
        }
      }
    }
    throw new SignatureException("No signature of this key");
  }

  private static boolean verifies(PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance(algorithm(key.getAlgorithm()));
    check.initVerify(key);
    check.update(message);
    try {
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    }
  }

  /** In base64. */
  static String sign(KeyPair pair, byte[] message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm(pair.getPrivate().getAlgorithm()));
    signature.initSign(pair.getPrivate());
    signature.update(message);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static String algorithm(String key) {
    return key.equals("EC") ? "SHA256withECDSA" : "Ed25519";
  }
}
