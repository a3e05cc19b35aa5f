package org.freehold.engine.migration;

import org.freehold.engine.migration.sql.TypeChange;

/** Another type for a column: rule 15. */
final class TypeAlteration {
  private static final String IN_UTC = "SET LOCAL TimeZone = 'UTC'";
  private static final String ZONE_AS_BEFORE = "SET LOCAL TimeZone TO DEFAULT";

  private final Planning planning;
  private final WorkingTable table;
  private final Column old;
  private final AlterColumn change;
  private final String type;
  private final String name;
  private String kept;
  private String written;

  private TypeAlteration(
      Planning planning, WorkingTable table, Column old, AlterColumn change, String type) {
    this.planning = planning;
    this.table = table;
    this.old = old;
    this.change = change;
    this.type = type;
    this.name = Sql.quote(old.name());
  }

  static void plan(Planning planning, WorkingTable table, Column old, AlterColumn change) {
    ColumnCheck check = new ColumnCheck(planning);
    String type = check.type("/data_type", change.type());
    if (type.equals(old.type())) {
      throw planning.refused(
          "/data_type",
          "nothing_to_change",
          "The column " + old.name() + " is " + type + " already.");
    }
    if (old.generatedSql() != null) {
      throw planning.refused(
          "/data_type",
          "not_supported",
          "The column " + old.name() + " is generated: make it anew.");
    }
    check.adviseOnType(old.name(), type);
    TypeAlteration alteration = new TypeAlteration(planning, table, old, change, type);
    alteration.plan(TypeChange.between(old.type(), type));
  }

  private void plan(TypeChange kind) {
    String title =
        "Change " + table.name + "." + old.name() + " from " + old.type() + " to " + type;
    StepDraft step = planning.step(title, table);
    String enumType = ColumnCheck.enumNamed(type, planning.schema);
    if (enumType != null) {
      step.needs(enumType);
    }
    boolean inPlace = kind == TypeChange.IN_PLACE || kind == TypeChange.IN_PLACE_IN_UTC;
    if (change.up() != null || !inPlace) {
      rewrite(step, kind);
    } else {
      inPlace(step, kind);
    }
    planning.add(step);
    Column column = ColumnSql.withType(old, type);
    boolean sameDefault = inPlace && change.up() == null && change.defaultSql() == null;
    String defaultSql = sameDefault ? old.defaultSql() : newDefault();
    table.columns.put(old.name(), ColumnSql.withDefault(column, defaultSql));
    table.emptyColumns.remove(old.name());
  }

  private void inPlace(StepDraft step, TypeChange kind) {
    boolean zone = kind == TypeChange.IN_PLACE_IN_UTC;
    if (zone) {
      step.up(IN_UTC).down(IN_UTC);
      planning.find(
          Severity.WARNING,
          15,
          "The times in " + old.name() + " are taken for times in UTC.",
          null);
    }
    step.up(typed(type, null));
    step.down(typed(old.type(), null));
    if (change.defaultSql() != null) {
      step.up(ColumnAlteration.defaultOf(table, old.name(), newDefault()));
      step.down(ColumnAlteration.defaultOf(table, old.name(), old.defaultSql()));
    }
    if (zone) {
      step.up(ZONE_AS_BEFORE).down(ZONE_AS_BEFORE);
    }
    if (TypeChange.between(type, old.type()) == TypeChange.REWRITE) {
      step.hazard(
          15, "An undo writes every row again: values that no longer fit are rounded, or stop it.");
    }
  }

  private void rewrite(StepDraft step, TypeChange kind) {
    boolean accepted = change.rewrite() || table.fresh();
    if (!table.fresh()) {
      planning.find(
          accepted ? Severity.WARNING : Severity.ERROR,
          15,
          "Every row of %s is written again while nobody can read it.".formatted(table.name),
          "add_column with the new type and \"up\", move the readers, then drop_column; or"
              + " \"rewrite\": true for a small table");
      step.hazard(15, "Rewrites " + table.name + " under its strongest lock.");
    }
    if (old.defaultSql() != null) {
      step.up(table.alter(old.name(), "DROP DEFAULT"));
    }
    String cast = TypeChange.cast(name, old.type(), type);
    boolean keeps = kind == TypeChange.REWRITE_WIDENING && change.up() == null || table.fresh();
    if (keeps) {
      step.up(typed(type, change.up() == null ? cast : change.up()));
    } else {
      keepingOldValues(step, change.up() == null ? cast : change.up());
    }
    if (newDefault() != null) {
      step.up(ColumnAlteration.defaultOf(table, old.name(), newDefault()));
      step.down(table.alter(old.name(), "DROP DEFAULT"));
    }
    undo(step, keeps);
  }

  /** The old values and what became of them stay beside the column: one rewrite for all three. */
  private void keepingOldValues(StepDraft step, String value) {
    kept = keep(planning.tombstones().of(old.name()), old.type());
    written = keep(planning.tombstones().of(old.name(), "new"), type);
    step.up(
        table.alter(
            "ADD COLUMN %s %s, ADD COLUMN %s %s".formatted(kept, old.type(), written, type)),
        table.alter(
            "ALTER COLUMN %s TYPE %s USING (%s), ALTER COLUMN %s TYPE %s USING (%s), ALTER COLUMN %s TYPE %s USING (%s)"
                .formatted(kept, old.type(), name, written, type, value, name, type, value)));
  }

  private String keep(String tombstone, String ofType) {
    table.columns.put(tombstone, new Column(tombstone, ofType, true, null, Identity.NONE, null));
    return Sql.quote(tombstone);
  }

  private void undo(StepDraft step, boolean keeps) {
    String cast = change.down() == null ? TypeChange.cast(name, type, old.type()) : change.down();
    if (keeps) {
      step.down(typed(old.type(), cast));
    } else {
      // A row that nobody has written since gets its very value back.
      step.down(
          typed(
              old.type(),
              "CASE WHEN %s::text IS NOT DISTINCT FROM %s::text THEN %s ELSE %s END"
                  .formatted(name, written, kept, cast)));
      step.hazard(
          15,
          "An undo casts what was written meanwhile: what does not fit is changed, or stops it.");
    }
    if (old.defaultSql() != null) {
      step.down(ColumnAlteration.defaultOf(table, old.name(), old.defaultSql()));
    }
    if (!keeps) {
      step.down(table.alter("DROP COLUMN " + kept + ", DROP COLUMN " + written));
    }
  }

  private String newDefault() {
    if (change.defaultSql() != null) {
      return change.defaultSql().orElse(null);
    }
    return old.defaultSql() == null ? null : "CAST((" + old.defaultSql() + ") AS " + type + ")";
  }

  private String typed(String to, String using) {
    return table.alter(old.name(), "TYPE " + to + (using == null ? "" : " USING (" + using + ")"));
  }
}
