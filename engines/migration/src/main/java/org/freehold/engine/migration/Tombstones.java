package org.freehold.engine.migration;

import java.util.HashSet;
import java.util.Set;

/** Names for what is retired: it keeps its data under them until the retention time is over. */
final class Tombstones {
  private final String prefix;
  private final Set<String> taken = new HashSet<>();

  Tombstones(String tag, WorkingSchema schema) {
    this.prefix = MigrationPlanner.TOMBSTONE + tag;
    for (WorkingTable table : schema.tables.values()) {
      taken.add(table.name);
      taken.addAll(table.columns.keySet());
      taken.addAll(table.indexes.keySet());
      taken.addAll(table.constraints.keySet());
    }
    taken.addAll(schema.enums.keySet());
  }

  /** A tombstone's name that nothing has yet. */
  String of(String... parts) {
    String name = Names.made(prefix, String.join("_", parts));
    for (int i = 2; !taken.add(name); i++) {
      name = Names.made(prefix, String.join("_", parts), Integer.toString(i));
    }
    return name;
  }
}
