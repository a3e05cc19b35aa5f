package org.freehold.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.freehold.cli.rest.Failure;

/** The private key of an approver; it never leaves this machine. */
record SigningKey(PrivateKey key) {
  private static final long LARGEST_BYTES = 16 * 1024;

  /** By the name of the key's algorithm. */
  private static final Map<String, String> SIGNATURES =
      Map.of("Ed25519", "Ed25519", "EC", "SHA256withECDSA");

  /** From a file in PEM, as {@code openssl genpkey} writes it (PKCS #8). */
  static SigningKey read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw notAKey(file, null);
      }
      String body =
          Files.readString(file)
              .replaceAll("(?s)^.*-----BEGIN PRIVATE KEY-----|-----END PRIVATE KEY-----.*$", "")
              .replaceAll("\\s", "");
      return of(file, Base64.getDecoder().decode(body));
    } catch (IllegalArgumentException e) {
      throw notAKey(file, e);
    } catch (IOException e) {
      throw new Failure(file + " cannot be read.", e.toString(), e);
    }
  }

  private static SigningKey of(Path file, byte[] encoded) {
    GeneralSecurityException last = null;
    for (String algorithm : SIGNATURES.keySet()) {
      try {
        return new SigningKey(
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw notAKey(file, last);
  }

  private static Failure notAKey(Path file, Exception cause) {
    return new Failure(
        file + " is no private key that signs approvals.",
        "It is Ed25519 or ECDSA on P-256, in PEM: openssl genpkey -algorithm ed25519 -out FILE.",
        cause);
  }

  /** The signature in base64 over DSSE's pre-authentication encoding of a payload. */
  String sign(String type, byte[] payload) {
    try {
      String algorithm = key.getAlgorithm().equals("EC") ? "EC" : "Ed25519";
      Signature signature = Signature.getInstance(SIGNATURES.get(algorithm));
      signature.initSign(key);
      String head =
          "DSSEv1 %d %s %d "
              .formatted(type.getBytes(StandardCharsets.UTF_8).length, type, payload.length);
      signature.update(head.getBytes(StandardCharsets.UTF_8));
      signature.update(payload);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new Failure("The key cannot sign.", e.toString(), e);
    }
  }

  /** Tells nothing of the key. */
  @Override
  public String toString() {
    return "SigningKey[" + key.getAlgorithm() + "]";
  }
}
