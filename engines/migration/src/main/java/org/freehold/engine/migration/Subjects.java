package org.freehold.engine.migration;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables, indexes and types that a change names. */
final class Subjects {
  private static final Map<Class<? extends Change>, Function<Change, Stream<String>>> NAMES =
      Map.ofEntries(
          entry(CreateTable.class, change -> Stream.of(change.table())),
          entry(DropTable.class, change -> Stream.of(change.table())),
          entry(RenameTable.class, change -> Stream.of(change.from(), change.to())),
          entry(AddColumn.class, change -> Stream.of(change.table())),
          entry(AlterColumn.class, change -> Stream.of(change.table())),
          entry(DropColumn.class, change -> Stream.of(change.table())),
          entry(RenameColumn.class, change -> Stream.of(change.table())),
          entry(CreateIndex.class, change -> Stream.of(change.table(), change.name())),
          entry(DropIndex.class, change -> Stream.of(change.name())),
          entry(CreateConstraint.class, change -> Stream.of(change.table())),
          entry(DropConstraint.class, change -> Stream.of(change.table())),
          entry(CreateEnum.class, change -> Stream.of(change.name())),
          entry(AddEnumValue.class, change -> Stream.of(change.name())),
          entry(Backfill.class, change -> Stream.of(change.table())),
          entry(RawSql.class, change -> Stream.empty()));

  private Subjects() {}

  static Set<String> of(Change change) {
    Set<String> names = new HashSet<>();
    NAMES.get(change.getClass()).apply(change).filter(name -> name != null).forEach(names::add);
    return names;
  }

  private static <C extends Change>
      Map.Entry<Class<? extends Change>, Function<Change, Stream<String>>> entry(
          Class<C> type, Function<C, Stream<String>> names) {
    return Map.entry(type, change -> names.apply(type.cast(change)));
  }
}
