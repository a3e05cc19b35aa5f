package org.freehold.engine.migration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.freehold.engine.migration.sql.Expression;
import org.freehold.engine.migration.sql.SqlNotReadable;
import org.freehold.engine.migration.sql.SqlScanner;
import org.freehold.engine.migration.sql.SqlType;
import org.freehold.engine.migration.sql.Token;

/** Columns as a bundle asks for them, held against what a column can be. */
final class ColumnCheck {
  private static final Map<String, String> SERIAL =
      Map.of(
          "smallserial", "smallint",
          "serial2", "smallint",
          "serial", "integer",
          "serial4", "integer",
          "bigserial", "bigint",
          "serial8", "bigint");

  private final Planning planning;

  ColumnCheck(Planning planning) {
    this.planning = planning;
  }

  /** The column as the catalog would tell it, with its default as it was written. */
  Column column(String pointer, ColumnSpec spec) {
    planning.name(pointer + "/name", spec.name());
    String serial = serial(spec.type());
    String type = type(pointer + "/type", serial == null ? spec.type() : serial);
    Identity identity = serial == null ? spec.identity() : Identity.BY_DEFAULT;
    if (serial != null && spec.identity() == Identity.NONE) {
      planning.find(
          Severity.INFO,
          33,
          "The column "
              + spec.name()
              + " becomes an identity column: serial leaves its sequence apart.",
          "\"type\": \"" + serial + "\" with \"generated\": {\"identity\": {}}");
    }
    expression(pointer + "/default", spec.defaultSql(), false);
    expression(pointer + "/generated/expression", spec.generatedSql(), false);
    refuseTwoSources(pointer, spec, identity);
    adviseOnType(spec.name(), type);
    boolean nullable = spec.nullable() && !spec.primaryKey() && identity == Identity.NONE;
    return new Column(
        spec.name(), type, nullable, spec.defaultSql(), identity, spec.generatedSql());
  }

  private void refuseTwoSources(String pointer, ColumnSpec spec, Identity identity) {
    int sources =
        (spec.defaultSql() == null ? 0 : 1)
            + (spec.generatedSql() == null ? 0 : 1)
            + (identity == Identity.NONE ? 0 : 1);
    if (sources > 1) {
      throw planning.refused(
          pointer,
          "contradiction",
          "The column %s has more than one of default, generated expression and identity."
              .formatted(spec.name()));
    }
  }

  /**
   * The type in PostgreSQL's own words: from the allow-list, or an enumerated type of the schema.
   */
  String type(String pointer, String text) {
    if (text == null || text.isBlank()) {
      throw planning.refused(pointer, "type_missing", "A type is missing.");
    }
    return SqlType.parse(text)
        .map(SqlType::text)
        .or(() -> enumType(text))
        .orElseThrow(
            () ->
                planning.refused(
                    pointer,
                    "type_not_allowed",
                    "The type %s is neither on the list of types nor an enumerated type of this schema."
                        .formatted(text)));
  }

  private Optional<String> enumType(String text) {
    boolean array = text.strip().endsWith("[]");
    String name = array ? text.strip().substring(0, text.strip().length() - 2) : text.strip();
    String known = planning.schema.enums.containsKey(name) ? name : unquoted(name);
    return planning.schema.enums.containsKey(known)
        ? Optional.of(Sql.quote(known) + (array ? "[]" : ""))
        : Optional.empty();
  }

  private static String unquoted(String name) {
    try {
      List<Token> tokens = SqlScanner.scan(name);
      return tokens.size() == 1 && tokens.get(0).isName() ? tokens.get(0).name() : name;
    } catch (SqlNotReadable notAName) {
      return name;
    }
  }

  /** The enumerated type that a column's type names; null for a built-in one. */
  static String enumNamed(String type, WorkingSchema schema) {
    String name = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
    String known = name.startsWith("\"") ? unquoted(name) : name;
    return schema.enums.containsKey(known) ? known : null;
  }

  /** One expression, or null. */
  void expression(String pointer, String sql, boolean subqueries) {
    if (sql != null) {
      Expression.fault(sql, subqueries)
          .ifPresent(
              detail -> {
                throw planning.refused(pointer, "expression_not_allowed", detail);
              });
    }
  }

  private static String serial(String type) {
    return type == null ? null : SERIAL.get(type.strip().toLowerCase(Locale.ROOT));
  }

  /** Types that are possible, and that something better stands beside. */
  void adviseOnType(String name, String type) {
    if (type.equals("json")) {
      planning.find(
          Severity.WARNING,
          32,
          "The column " + name + " is json: it cannot be compared, and DISTINCT fails on it.",
          "jsonb");
    } else if (type.startsWith("character")) {
      planning.find(
          Severity.INFO,
          16,
          "The column %s has a length: making it shorter later locks the table.".formatted(name),
          "text with a check");
    } else if (type.startsWith("timestamp") && type.endsWith("without time zone")) {
      planning.find(
          Severity.INFO, 33, "The column " + name + " loses the offset from UTC.", "timestamptz");
    }
  }
}
