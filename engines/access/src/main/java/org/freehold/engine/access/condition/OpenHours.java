package org.freehold.engine.access.condition;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A {@link TimeWindow} that is asked often: it remembers the zone's offset for as long as that
 * stays, since the rules of a zone allocate.
 */
final class OpenHours {

  private static final int DAY_SECONDS = 86_400;
  private static final DayOfWeek[] DAYS = DayOfWeek.values();

  /** From the first second, until just before the last. */
  private record Span(long from, long until, int offset) {}

  private final TimeWindow window;
  private final ZoneRules rules;
  // Threads may race: a span is immutable, and whichever is seen is right or is looked up anew.
  private Span span;

  OpenHours(TimeWindow window) {
    this.window = window;
    this.rules = window.zone().getRules();
  }

  boolean contains(Instant moment) {
    long local = moment.getEpochSecond() + offset(moment);
    long day = Math.floorDiv(local, (long) DAY_SECONDS);
    int minute = (int) (local - day * DAY_SECONDS) / 60;
    // The epoch began on a Thursday.
    return window.contains(DAYS[(int) Math.floorMod(day + 3, 7L)], minute);
  }

  private int offset(Instant moment) {
    Span known = span;
    long second = moment.getEpochSecond();
    if (known == null || second < known.from() || second >= known.until()) {
      known = lookUp(moment);
      span = known;
    }
    return known.offset();
  }

  private Span lookUp(Instant moment) {
    ZoneOffset offset = rules.getOffset(moment);
    ZoneOffsetTransition next = rules.nextTransition(moment);
    long until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    return new Span(moment.getEpochSecond(), until, offset.getTotalSeconds());
  }
}
