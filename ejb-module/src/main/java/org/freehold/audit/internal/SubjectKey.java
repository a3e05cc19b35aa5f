package org.freehold.audit.internal;

import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * A person in the trail of a tenant: the handle that stands for them, and the key that seals what
 * is told of them.
 *
 * @param key null when its row is damaged: what it sealed cannot be read any more
 */
record SubjectKey(UUID subject, UUID handle, SecretKey key) {
  /** Stands for callers that nobody knows. */
  static final UUID NOBODY = new UUID(0, 0);
}
