package org.freehold.engine.migration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What ONE schema holds, with unqualified names: pure data, sorted by name.
 *
 * @param others what is seen but neither copied nor changed by typed operations
 */
public record Catalog(List<Table> tables, List<EnumType> enums, List<OtherObject> others) {
  public static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of());

  public Catalog {
    tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    enums = enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
    others =
        others.stream()
            .sorted(Comparator.comparing(OtherObject::kind).thenComparing(OtherObject::name))
            .toList();
  }

  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
