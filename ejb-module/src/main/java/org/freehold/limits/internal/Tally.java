package org.freehold.limits.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.TenantRef;

/**
 * How much of one monthly meter a tenant used: what the database told last, and what this node has
 * not written yet. Exact on one node; what other nodes counted is known with each writing.
 */
final class Tally {
  private final Map<LocalDate, Long> unwritten = new TreeMap<>();
  private Map<LocalDate, Long> writing = Map.of();
  private TenantRef tenant;
  private YearMonth month;
  private long known;

  Tally(TenantRef tenant, YearMonth month, long known) {
    this.tenant = tenant;
    this.month = month;
    this.known = known;
  }

  /** Counts one when the month has room for it; null: it always has. */
  synchronized boolean take(TenantRef seen, LocalDate today, Long limit) {
    turnTo(today);
    if (limit != null && used() >= limit) {
      return false;
    }
    add(seen, today, 1);
    return true;
  }

  synchronized void add(TenantRef seen, LocalDate today, long count) {
    turnTo(today);
    tenant = seen;
    unwritten.merge(today, count, Long::sum);
  }

  private void turnTo(LocalDate today) {
    YearMonth now = YearMonth.from(today);
    if (now.isAfter(month)) {
      month = now;
      known = 0;
    }
  }

  synchronized long used() {
    return known + of(unwritten) + of(writing);
  }

  private long of(Map<LocalDate, Long> days) {
    return days.entrySet().stream()
        .filter(day -> YearMonth.from(day.getKey()).equals(month))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** What is not in the database yet, by day. */
  synchronized Map<LocalDate, Long> unwritten() {
    Map<LocalDate, Long> days = new TreeMap<>(writing);
    unwritten.forEach((day, count) -> days.merge(day, count, Long::sum));
    return days;
  }

  /** Hands over what is to be written; {@link #written} or {@link #notWritten} follows. */
  synchronized Map<LocalDate, Long> beginWriting() {
    writing = new TreeMap<>(unwritten);
    unwritten.clear();
    return Map.copyOf(writing);
  }

  /** It is in the database, which tells what all nodes together counted in that month. */
  synchronized void written(YearMonth of, long total) {
    writing = Map.of();
    if (of.equals(month)) {
      known = total;
    }
  }

  synchronized void notWritten() {
    writing.forEach((day, count) -> unwritten.merge(day, count, Long::sum));
    writing = Map.of();
  }

  /** The tenant as it was when it used something last. */
  synchronized TenantRef tenant() {
    return tenant;
  }
}
