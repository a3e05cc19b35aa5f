package org.freehold.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Columns of text for people; whoever needs every digit asks for JSON. */
record Table(List<Column> columns) {
  private static final int WIDEST = 60;
  private static final int LINE = 100;

  private record Column(String member, String heading) {}

  /**
   * Each names a member, or with dots a member of a member; after a colon the heading, where the
   * name is not the best one.
   */
  static Table columns(String... columns) {
    return new Table(
        Arrays.stream(columns)
            .map(column -> column.split(":", 2))
            .map(parts -> new Column(parts[0], heading(parts[parts.length - 1])))
            .toList());
  }

  private static String heading(String name) {
    return name.replaceAll("[._]", " ").toUpperCase(Locale.ROOT);
  }

  /** A heading and a line for each item; a sentence when there is none. */
  String of(List<JsonObject> items) {
    if (items.isEmpty()) {
      return "Nothing found.\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::heading).toList());
    items.forEach(item -> rows.add(row(item)));
    return aligned(rows);
  }

  /** Only the last cell may be as long as it is: it pushes nothing aside. */
  private List<String> row(JsonObject item) {
    List<String> cells = new ArrayList<>();
    for (Column column : columns) {
      String text = text(member(item, column.member()));
      boolean fits = text.length() <= WIDEST || cells.size() == columns.size() - 1;
      cells.add(fits ? text : text.substring(0, WIDEST - 1) + "…");
    }
    return cells;
  }

  /** One thing: a line for each member that says something. */
  static String members(JsonObject thing) {
    List<List<String>> rows = new ArrayList<>();
    addMembers(rows, "", thing);
    return aligned(rows);
  }

  private static void addMembers(List<List<String>> rows, String before, JsonObject thing) {
    thing.forEach(
        (name, value) -> {
          String text = text(value);
          if (value instanceof JsonObject object) {
            addMembers(rows, before + name + ".", object);
          } else if (!text.isEmpty()) {
            List<String> lines = broken(text);
            rows.add(List.of(before + name, lines.get(0)));
            lines.stream().skip(1).forEach(line -> rows.add(List.of("", line)));
          }
        });
  }

  /** Long text in lines that end between words. */
  private static List<String> broken(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > LINE && line.length() > 0) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Text of others must not steer the terminal. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }

  private static JsonValue member(JsonObject item, String path) {
    JsonValue value = item;
    for (String member : path.split("\\.")) {
      value = value instanceof JsonObject object ? object.get(member) : null;
    }
    return value;
  }

  /** Times to the second. */
  static String text(JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    if (value instanceof JsonString string) {
      return printable(string.getString())
          .replaceFirst("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$", "$1Z");
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(Table::text).collect(Collectors.joining(", "));
    }
    if (value instanceof JsonObject object) {
      return object.entrySet().stream()
          .filter(member -> member.getValue() != JsonValue.NULL)
          .map(member -> member.getKey() + "=" + text(member.getValue()))
          .collect(Collectors.joining(" "));
    }
    return printable(value.toString());
  }
}
