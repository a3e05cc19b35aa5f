package org.freehold.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of text; a column names a member, or with dots a member of a member. */
record Table(List<String> columns) {
  private static final int WIDEST = 60;

  static Table columns(String... columns) {
    return new Table(List.of(columns));
  }

  /** A heading and a line for each item; a sentence when there is none. */
  String of(List<JsonObject> items) {
    if (items.isEmpty()) {
      return "Nothing found.\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(column -> column.replaceAll("[._]", " ").toUpperCase()).toList());
    items.forEach(item -> rows.add(columns.stream().map(one -> cell(item, one)).toList()));
    return aligned(rows);
  }

  /** One thing: a line for each member that says something. */
  static String members(JsonObject thing) {
    List<List<String>> rows = new ArrayList<>();
    thing.forEach(
        (name, value) -> {
          String text = text(value);
          if (!text.isEmpty()) {
            rows.add(List.of(name, text));
          }
        });
    return aligned(rows);
  }

  static String aligned(List<List<String>> rows) {
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

  private static String cell(JsonObject item, String column) {
    JsonValue value = item;
    for (String member : column.split("\\.")) {
      value = value instanceof JsonObject object ? object.get(member) : null;
    }
    String text = text(value);
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private static String text(JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    if (value instanceof JsonString string) {
      return printable(string.getString());
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
