package org.freehold.environments.database.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Table;

/**
 * What the tables and columns that a step speaks of are called now, after the steps that followed
 * it. Statements are taken in the opposite order of their running.
 */
final class NamesNow {
  static final String NAME = "\"((?:[^\"]|\"\")+)\"";
  private static final String ALTER = "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?" + NAME;
  private static final Pattern TABLE =
      Pattern.compile(ALTER + " RENAME TO " + NAME, Pattern.CASE_INSENSITIVE);
  private static final Pattern COLUMN =
      Pattern.compile(
          ALTER + " RENAME (?:COLUMN )?" + NAME + " TO " + NAME, Pattern.CASE_INSENSITIVE);

  private final Map<String, String> tables = new HashMap<>();

  /** By the table's name of now. */
  private final Map<String, Map<String, String>> columns = new HashMap<>();

  /** From here on names are those of before this statement. */
  void before(String statement) {
    Matcher table = TABLE.matcher(statement);
    Matcher column = COLUMN.matcher(statement);
    if (table.lookingAt()) {
      rename(tables, plain(table.group(1)), plain(table.group(2)));
    } else if (column.lookingAt()) {
      rename(
          columns.computeIfAbsent(table(plain(column.group(1))), key -> new HashMap<>()),
          plain(column.group(2)),
          plain(column.group(3)));
    }
  }

  private static void rename(Map<String, String> names, String from, String to) {
    String now = names.getOrDefault(to, to);
    names.remove(to);
    names.put(from, now);
  }

  String table(String name) {
    return tables.getOrDefault(name, name);
  }

  /** The table by its name of then. */
  String column(String table, String name) {
    return renamed(table).getOrDefault(name, name);
  }

  /** The names of now by those that expressions of then use. */
  Map<String, String> columns(String table, Table now) {
    Map<String, String> all = new LinkedHashMap<>();
    List<String> found = now.columns().stream().map(Column::name).toList();
    for (String name : found) {
      if (!renamed(table).containsValue(name)) {
        all.put(name, name);
      }
    }
    renamed(table)
        .forEach(
            (then, name) -> {
              if (found.contains(name)) {
                all.put(then, name);
              }
            });
    return all;
  }

  /** What this table was called where the statements seen so far begin. */
  String tableOfStart(String now) {
    return then(tables, now);
  }

  /** Both by their names of now. */
  String columnOfStart(String table, String now) {
    return then(columns.getOrDefault(table, Map.of()), now);
  }

  private static String then(Map<String, String> names, String now) {
    return names.entrySet().stream()
        .filter(name -> name.getValue().equals(now))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(now);
  }

  private Map<String, String> renamed(String table) {
    return columns.getOrDefault(table(table), Map.of());
  }

  static String plain(String inQuotes) {
    return inQuotes.replace("\"\"", "\"");
  }
}
