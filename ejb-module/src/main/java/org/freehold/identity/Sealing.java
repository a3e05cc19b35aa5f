package org.freehold.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.freehold.identity.internal.DataKeys;

/**
 * Encrypts what must be secret at rest: AES-256-GCM under a data key that the master key wraps. A
 * sealed value is the id of its data key (16 bytes), a nonce (12) and the ciphertext with its tag;
 * the purpose is authenticated with it, so that a value cannot be moved to another place.
 */
@ApplicationScoped
public class Sealing {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  @Inject private DataKeys keys;

  public byte[] seal(String purpose, byte[] clear) {
    DataKeys.DataKey key = keys.current();
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, purpose, clear);
    return ByteBuffer.allocate(16 + NONCE + sealed.length)
        .putLong(key.id().getMostSignificantBits())
        .putLong(key.id().getLeastSignificantBits())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * An IllegalStateException when the value was altered, moved, or sealed under a key that is gone.
   */
  public byte[] open(String purpose, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    byte[] nonce = new byte[NONCE];
    buffer.get(nonce);
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    return cipher(Cipher.DECRYPT_MODE, keys.byId(id).secret(), nonce, purpose, body);
  }

  public static byte[] cipher(int mode, SecretKey key, byte[] nonce, String purpose, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Could not seal or open a value for " + purpose, e);
    }
  }
}
