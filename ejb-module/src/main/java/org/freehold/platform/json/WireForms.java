package org.freehold.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How ids, dates and times are written in bodies and parameters. What is not of the form is an
 * IllegalArgumentException or a DateTimeException.
 */
public final class WireForms {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private WireForms() {}

  /** All 36 characters: {@code UUID.fromString} would take fewer. */
  public static UUID uuid(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no UUID");
    }
    return UUID.fromString(text);
  }

  /** Like 2026-01-31, in the years 1 to 9999. */
  public static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    requireUsual(date.getYear());
    return date;
  }

  /** Like 2026-01-31T12:00:00Z, in the years 1 to 9999. */
  public static Instant instant(String text) {
    Instant moment = Instant.parse(text);
    requireUsual(moment.atOffset(ZoneOffset.UTC).getYear());
    return moment;
  }

  /** PostgreSQL takes no NUL, and half of a surrogate pair is no character of Unicode at all. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  /** PostgreSQL ends before Java does. */
  private static void requireUsual(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("year " + year);
    }
  }
}
