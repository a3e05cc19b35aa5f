package org.freehold.releases.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people call releases: {@code rel_20260115_1200}, with {@code _2}, {@code _3} when taken. */
public final class ReleaseRefs {
  private static final Pattern FORM = Pattern.compile("rel_\\d{8}_\\d{4}(_\\d{1,6})?");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("'rel_'yyyyMMdd'_'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReleaseRefs() {}

  public static boolean isRef(String text) {
    return FORM.matcher(text).matches();
  }

  /** What all refs of that minute begin with, in UTC; the first of them is just this. */
  public static String ofMinute(Instant now) {
    return MINUTE.format(now);
  }

  /** The next that is free. */
  public static String next(Instant now, Collection<String> taken) {
    String minute = ofMinute(now);
    int last =
        taken.stream()
            .filter(ref -> ref.startsWith(minute))
            .mapToInt(ref -> ref.equals(minute) ? 1 : numberOf(ref.substring(minute.length())))
            .max()
            .orElse(0);
    return last == 0 ? minute : minute + "_" + (last + 1);
  }

  private static int numberOf(String ending) {
    return ending.matches("_\\d{1,6}") ? Integer.parseInt(ending.substring(1)) : 0;
  }
}
