package org.freehold.engine.migration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A schema while changes are planned one after the other. */
final class WorkingSchema {
  final Map<String, WorkingTable> tables = new LinkedHashMap<>();
  final Map<String, List<String>> enums = new LinkedHashMap<>();
  final Set<String> freshEnums = new HashSet<>();
  final List<OtherObject> others;

  /** Names of relations and types that steps apart make, need or set free. */
  final Set<String> apart = new HashSet<>();

  WorkingSchema(Catalog now) {
    now.tables().forEach(table -> tables.put(table.name(), new WorkingTable(table)));
    now.enums().forEach(type -> enums.put(type.name(), type.values()));
    others = now.others();
  }

  /** What has the name already, in words; null for a free name of a table, index or type. */
  String holderOf(String name) {
    if (tables.containsKey(name)) {
      return "table";
    }
    if (enums.containsKey(name)) {
      return "enumerated type";
    }
    for (WorkingTable table : tables.values()) {
      if (table.indexes.containsKey(name)) {
        return "index of " + table.name;
      }
    }
    return others.stream()
        .filter(other -> other.name().equals(name))
        .map(OtherObject::kind)
        .findFirst()
        .orElse(null);
  }

  WorkingTable tableOfIndex(String index) {
    return tables.values().stream()
        .filter(table -> table.indexes.containsKey(index))
        .findFirst()
        .orElse(null);
  }

  /** Foreign keys of other tables that point to this one. */
  Stream<Map.Entry<WorkingTable, Constraint>> referencesTo(WorkingTable target) {
    return tables.values().stream()
        .filter(table -> table != target)
        .flatMap(
            table ->
                table.constraints.values().stream()
                    .filter(constraint -> target.name.equals(constraint.referencedTable()))
                    .map(constraint -> Map.entry(table, constraint)));
  }

  void rename(WorkingTable table, String to) {
    referencesTo(table).toList().forEach(entry -> retarget(entry.getKey(), entry.getValue(), to));
    table.constraints.values().stream()
        .filter(constraint -> table.name.equals(constraint.referencedTable()))
        .toList()
        .forEach(constraint -> retarget(table, constraint, to));
    tables.remove(table.name);
    table.name = to;
    table.renamedInside = true;
    tables.put(to, table);
  }

  private static void retarget(WorkingTable table, Constraint old, String to) {
    table.renamedInside = true;
    table.constraints.put(
        old.name(),
        new Constraint(
            old.name(), old.kind(), old.definition(), old.columns(), to, old.validated()));
  }
}
