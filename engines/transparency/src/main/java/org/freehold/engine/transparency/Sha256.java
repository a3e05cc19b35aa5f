package org.freehold.engine.transparency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over several pieces as if they were one. */
final class Sha256 {

  static final int LENGTH = 32;

  private Sha256() {}

  static byte[] of(byte[]... pieces) {
    MessageDigest digest = newDigest();
    for (byte[] piece : pieces) {
      digest.update(piece);
    }
    return digest.digest();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
