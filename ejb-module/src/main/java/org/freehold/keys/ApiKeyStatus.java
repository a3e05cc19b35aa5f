package org.freehold.keys;

/** Whether a key is taken. */
public enum ApiKeyStatus {
  ACTIVE,
  EXPIRED,
  REVOKED
}
