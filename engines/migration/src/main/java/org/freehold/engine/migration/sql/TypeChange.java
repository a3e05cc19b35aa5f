package org.freehold.engine.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL does when a column gets another type: rule 15 of the catalogue. */
public enum TypeChange {
  /** Only the catalog changes. */
  IN_PLACE,
  /** Only the catalog changes, as long as the session's time zone is UTC. */
  IN_PLACE_IN_UTC,
  /** Every row is written again under the strongest lock; the old values can be had back. */
  REWRITE_WIDENING,
  /** Every row is written again under the strongest lock, and something may get lost. */
  REWRITE;

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
  private static final String VARYING = "character varying";
  private static final Set<String> TIMESTAMPS =
      Set.of("timestamp without time zone", "timestamp with time zone");
  private static final Set<String> TIMES =
      Set.of(
          "timestamp without time zone",
          "timestamp with time zone",
          "time without time zone",
          "time with time zone",
          "interval");

  /**
   * The value in the other type. Numbers, texts and times are cast directly; whatever else has no
   * cast of its own in one direction goes by way of text.
   */
  public static String cast(String value, String from, String to) {
    boolean direct = family(from) >= 0 && family(from) == family(to) || isText(from) || isText(to);
    return value + (direct ? "::" : "::text::") + to;
  }

  private static int family(String type) {
    String base = SqlType.parse(type).map(SqlType::base).orElse("");
    boolean number =
        INTEGERS.contains(base) || Set.of("numeric", "real", "double precision").contains(base);
    return number ? 0 : TIMESTAMPS.contains(base) || base.equals("date") ? 1 : -1;
  }

  private static boolean isText(String type) {
    return type.equals("text") || type.startsWith(VARYING);
  }

  /** From one type to another, both as {@code format_type()} writes them. */
  public static TypeChange between(String from, String to) {
    Optional<SqlType> before = SqlType.parse(from);
    Optional<SqlType> after = SqlType.parse(to);
    if (before.isEmpty() || after.isEmpty() || before.get().array() || after.get().array()) {
      return REWRITE;
    }
    return between(before.get(), after.get());
  }

  private static TypeChange between(SqlType from, SqlType to) {
    if (inPlace(from, to)) {
      return IN_PLACE;
    }
    if (TIMESTAMPS.contains(from.base())
        && TIMESTAMPS.contains(to.base())
        && from.modifiers().isEmpty()
        && to.modifiers().isEmpty()) {
      return IN_PLACE_IN_UTC;
    }
    int width = INTEGERS.indexOf(from.base());
    boolean wider = width >= 0 && INTEGERS.indexOf(to.base()) > width;
    boolean real = from.base().equals("real") && to.base().equals("double precision");
    return wider || real ? REWRITE_WIDENING : REWRITE;
  }

  private static boolean inPlace(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return true;
    }
    boolean unbounded = to.modifiers().isEmpty();
    return switch (from.base()) {
      case VARYING -> to.base().equals("text") || to.base().equals(VARYING) && larger(from, to);
      case "text" -> to.base().equals(VARYING) && unbounded;
      case "cidr" -> to.base().equals("inet");
      case "numeric" ->
          to.base().equals("numeric")
              && (unbounded
                  || larger(from, to) && from.modifiers().get(1).equals(to.modifiers().get(1)));
      case "bit varying" -> to.base().equals(from.base()) && larger(from, to);
      default -> TIMES.contains(from.base()) && to.base().equals(from.base()) && larger(from, to);
    };
  }

  private static boolean larger(SqlType from, SqlType to) {
    return to.modifiers().isEmpty()
        || !from.modifiers().isEmpty() && to.modifiers().get(0) >= from.modifiers().get(0);
  }
}
