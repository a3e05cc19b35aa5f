package org.freehold.releases.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What tombstones of a plan are named after: when it was made, and something of its own. */
public final class PlanTags {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final SecureRandom RANDOM = new SecureRandom();

  private PlanTags() {}

  /** As in {@code 2601151200_7f3a}. */
  public static String next(Instant now) {
    return "%s_%04x".formatted(MINUTE.format(now), RANDOM.nextInt(1 << 16));
  }
}
