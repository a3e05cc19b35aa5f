package org.freehold.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits. */
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uuid7() {}

  public static UUID next() {
    long millis = System.currentTimeMillis();
    long high = millis << 16 | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = 0x8000000000000000L | (RANDOM.nextLong() >>> 2);
    return new UUID(high, low);
  }

  /** The lowest that could be made then, later ones are above; before 1970 the lowest of all. */
  public static UUID first(Instant moment) {
    long millis = Math.max(0, moment.toEpochMilli());
    return new UUID(millis << 16 | 0x7000L, 0x8000000000000000L);
  }

  /** When it was made, to the millisecond. */
  public static Instant time(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
