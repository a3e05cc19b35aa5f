package org.freehold.benchmarks.seed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which tables there are, and what they refer to.
 *
 * @param tables by name
 * @param keys foreign keys between them
 */
record TableModel(List<String> tables, List<Key> keys) {
  /**
   * A foreign key.
   *
   * @param definition as PostgreSQL tells it, with the schema of the table that it refers to
   */
  record Key(String table, String target, String definition) {
    /** The same key between tables of the same names in another schema. */
    String in(String from, String to) {
      String moved = definition.replace("REFERENCES " + from + ".", "REFERENCES " + to + ".");
      if (moved.equals(definition)) {
        throw new IllegalStateException("This key leaves its schema: " + definition);
      }
      return "alter table %s.%s add %s".formatted(to, table, moved);
    }
  }

  /** Every table after those that it refers to. */
  List<String> inOrder() {
    Map<String, Set<String>> waiting = new TreeMap<>();
    tables.forEach(table -> waiting.put(table, new LinkedHashSet<>()));
    for (Key key : keys) {
      if (!key.table().equals(key.target())) {
        waiting.get(key.table()).add(key.target());
      }
    }
    List<String> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<String> free =
          waiting.keySet().stream().filter(table -> waiting.get(table).isEmpty()).toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("These tables refer to each other: " + waiting);
      }
      order.addAll(free);
      free.forEach(waiting::remove);
      waiting.values().forEach(targets -> free.forEach(targets::remove));
    }
    return order;
  }
}
