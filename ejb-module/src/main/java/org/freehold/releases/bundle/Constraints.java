package org.freehold.releases.bundle;

import java.util.List;
import java.util.Locale;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.ConstraintSpec;
import org.freehold.engine.migration.CreateConstraint;
import org.freehold.engine.migration.DropConstraint;
import org.freehold.engine.migration.ReferenceSpec;

/** Constraints over a table. */
final class Constraints {
  private static final List<String> KINDS =
      List.of("primary_key", "unique", "check", "foreign_key");

  private Constraints() {}

  static Change create(Members change) {
    return new CreateConstraint(
        change.text("table"), constraint(change, change.text("name"), "kind"));
  }

  /** In {@code create_table}, where {@code type} is free for pgroll's meaning. */
  static ConstraintSpec ofNewTable(Members constraint) {
    return constraint(constraint, constraint.optionalText("name"), "type");
  }

  private static ConstraintSpec constraint(Members members, String name, String kindKey) {
    String kind = members.word(kindKey, KINDS);
    if (kind == null && !members.has(kindKey)) {
      members.fault(members.at(kindKey), "required", "This field is required.");
    }
    List<String> columns = members.has("columns") ? members.texts("columns") : List.of();
    return new ConstraintSpec(
        name,
        kind != null && KINDS.contains(kind)
            ? Constraint.Kind.valueOf(kind.toUpperCase(Locale.ROOT))
            : null,
        columns,
        members.optionalText("check"),
        members.optionalObject("references", Constraints::reference));
  }

  private static ReferenceSpec reference(Members reference) {
    return new ReferenceSpec(
        null,
        reference.text("table"),
        reference.has("columns") ? reference.texts("columns") : List.of(),
        Columns.onDelete(reference));
  }

  static Change drop(Members change) {
    return new DropConstraint(change.text("table"), change.text("name"));
  }
}
