package org.freehold.environments.database.internal;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;

/** A column gets its old type back: values that are not the same there and back are lost. */
final class LostTypes {
  private static final String UNDEFINED_FUNCTION = "42883";
  private static final Pattern TYPE =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?"
              + NamesNow.NAME
              + " ALTER COLUMN "
              + NamesNow.NAME
              + " TYPE (.+?)(?: USING \\((.*)\\))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Rows that nobody has written since get their very value back. */
  private static final Pattern KEPT =
      Pattern.compile(
          "CASE WHEN "
              + NamesNow.NAME
              + "::text IS NOT DISTINCT FROM (\"_retired_[^\"]+\")::text THEN ");

  private final UndoneSchema schema;

  LostTypes(UndoneSchema schema) {
    this.schema = schema;
  }

  void by(String statement) throws SQLException {
    Matcher typed = TYPE.matcher(statement);
    if (!typed.matches()) {
      return;
    }
    String table = NamesNow.plain(typed.group(1));
    String name = NamesNow.plain(typed.group(2));
    Column column = schema.column(table, name);
    if (column == null) {
      schema.losesUncounted(schema.named(table, name));
    } else if (column.generatedSql() == null && !column.type().equals(typed.group(3))) {
      count(typed, table, column);
    }
  }

  private void count(Matcher typed, String table, Column column) throws SQLException {
    String object = schema.named(table, NamesNow.plain(typed.group(2)));
    String value = '"' + typed.group(2) + '"';
    String undone = typed.group(4) == null ? value : typed.group(4);
    Matcher kept = KEPT.matcher(undone);
    String written =
        kept.lookingAt()
            ? "%s::text is distinct from %s::text and ".formatted(value, kept.group(2))
            : "";
    String rows = "select count(*) from (%s) as before where %s".formatted(then(table), written);
    String back = "((%s)::%s)::%s".formatted(undone, typed.group(3), column.type());
    try {
      schema.loses(
          object,
          differing(rows, back, value),
          "The undo rounds or changes these values to fit the type of before, or fails on them.");
    } catch (SQLException e) {
      if (Failures.isOfConnection(e)) {
        throw e;
      }
      schema.losesUncounted(object);
    }
  }

  /** Some types cannot be compared: their texts are. */
  private long differing(String rows, String back, String value) throws SQLException {
    try {
      return schema.count(rows + back + " is distinct from " + value);
    } catch (SQLException e) {
      if (!UNDEFINED_FUNCTION.equals(e.getSQLState())) {
        throw e;
      }
      return schema.count(rows + "(" + back + ")::text is distinct from " + value + "::text");
    }
  }

  /** The table with the names of its columns that statements of then use. */
  private String then(String table) {
    Table found = schema.table(table);
    return schema.names().columns(table, found).entrySet().stream()
        .map(name -> Sql.quote(name.getValue()) + " as " + Sql.quote(name.getKey()))
        .collect(joining(", ", "select ", " from " + Sql.quote(found.name())));
  }
}
