package org.freehold.identity.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.freehold.identity.IdentitySettings;
import org.freehold.identity.Sealing;

/**
 * The master key: 32 bytes as base64, from the environment or a file. It wraps data keys and does
 * nothing else.
 */
@ApplicationScoped
public class MasterKey {
  private static final int NONCE = 12;

  @Inject private IdentitySettings settings;
  private SecretKey key;

  @PostConstruct
  void read() {
    byte[] bytes = Base64.getDecoder().decode(text().strip());
    if (bytes.length != 32) {
      throw new IllegalStateException(
          "The master key must be 32 bytes as base64, not " + bytes.length + " bytes");
    }
    key = new SecretKeySpec(bytes, "AES");
  }

  private String text() {
    return settings
        .masterKey()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no master key: set FREEHOLD_MASTER_KEY or FREEHOLD_MASTER_KEY_FILE"));
  }

  byte[] wrap(UUID id, byte[] dataKey) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] body = Sealing.cipher(Cipher.ENCRYPT_MODE, key, nonce, "data-key:" + id, dataKey);
    byte[] wrapped = Arrays.copyOf(nonce, NONCE + body.length);
    System.arraycopy(body, 0, wrapped, NONCE, body.length);
    return wrapped;
  }

  byte[] unwrap(UUID id, byte[] wrapped) {
    return Sealing.cipher(
        Cipher.DECRYPT_MODE,
        key,
        Arrays.copyOf(wrapped, NONCE),
        "data-key:" + id,
        Arrays.copyOfRange(wrapped, NONCE, wrapped.length));
  }
}
