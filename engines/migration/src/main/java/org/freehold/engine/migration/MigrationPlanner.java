package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** From changes to steps: pure, and the same for the same input. */
public final class MigrationPlanner {
  /** Begins the name of everything that was retired and is kept for an undo. */
  public static final String TOMBSTONE = "_retired_";

  /** Most changes of one bundle. */
  public static final int MOST_CHANGES = 500;

  private static final Pattern TAG = Pattern.compile("[a-z0-9_]{1,20}");

  private static final Map<Class<? extends Change>, Operation<?>> OPERATIONS =
      Map.ofEntries(
          Map.entry(CreateTable.class, new TableCreation()),
          Map.entry(DropTable.class, new TableRetirement()),
          Map.entry(RenameTable.class, new TableRenaming()),
          Map.entry(AddColumn.class, new ColumnAddition()),
          Map.entry(AlterColumn.class, new ColumnAlteration()),
          Map.entry(DropColumn.class, new ColumnRetirement()),
          Map.entry(RenameColumn.class, new ColumnRenaming()),
          Map.entry(CreateIndex.class, new IndexCreation()),
          Map.entry(DropIndex.class, new IndexRemoval()),
          Map.entry(CreateConstraint.class, new ConstraintCreation()),
          Map.entry(DropConstraint.class, new ConstraintRemoval()),
          Map.entry(CreateEnum.class, new EnumCreation()),
          Map.entry(AddEnumValue.class, new EnumExtension()),
          Map.entry(Backfill.class, new Backfilling()),
          Map.entry(RawSql.class, new RawStatements()));

  private final Planning planning;
  private final List<Fault> faults = new ArrayList<>();

  /** Tables of changes that were refused: what follows from that is not told again. */
  private final Set<String> doubtful = new HashSet<>();

  private MigrationPlanner(Planning planning) {
    this.planning = planning;
  }

  /**
   * @param now the schema as it is
   * @param tag lower-case letters, digits and underscores, at most 20: names the tombstones
   * @throws BundleRefused with every fault that was found
   */
  public static Plan plan(Catalog now, List<Change> changes, String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("Not a tag: " + tag);
    }
    if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
      throw new BundleRefused(
          List.of(
              new Fault("", "changes_missing", "A bundle has 1 to " + MOST_CHANGES + " changes.")));
    }
    MigrationPlanner planner = new MigrationPlanner(new Planning(now, tag));
    for (int i = 0; i < changes.size(); i++) {
      planner.plan(i, changes.get(i));
    }
    if (!planner.faults.isEmpty()) {
      throw new BundleRefused(planner.faults);
    }
    return planner.planning.plan();
  }

  private void plan(int index, Change change) {
    planning.begin(index);
    try {
      if (planning.hasRawSql() && !(change instanceof RawSql)) {
        throw planning.refused(
            "", "after_raw_sql", "What raw_sql does is not known: nothing but raw_sql follows it.");
      }
      carryOut(change);
    } catch (ChangeRefused refused) {
      Set<String> names = Subjects.of(change);
      boolean follows = refused.fault().code().startsWith("unknown_");
      if (!follows || names.stream().noneMatch(doubtful::contains)) {
        faults.add(refused.fault());
      }
      doubtful.addAll(names);
    }
  }

  @SuppressWarnings("unchecked")
  private <C extends Change> void carryOut(C change) {
    ((Operation<C>) OPERATIONS.get(change.getClass())).plan(change, planning);
  }
}
