package org.freehold.engine.delivery;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that an endpoint's messages are signed with: 24 to 64 bytes, written as {@code whsec_}
 * and standard Base64 (Standard Webhooks, "Signature scheme").
 */
public record WebhookSecret(byte[] key) {
  private static final String PREFIX = "whsec_";
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public WebhookSecret {
    if (key.length < 24 || key.length > 64) {
      throw new IllegalArgumentException("A webhook secret has 24 to 64 bytes, not " + key.length);
    }
    key = key.clone();
  }

  /** A new one of 32 random bytes. */
  public static WebhookSecret random() {
    byte[] key = new byte[LENGTH];
    RANDOM.nextBytes(key);
    return new WebhookSecret(key);
  }

  /** Reads the written form; an IllegalArgumentException when it is not of it. */
  public static WebhookSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("A webhook secret begins with " + PREFIX);
    }
    return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** Never the key: this goes into logs. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
