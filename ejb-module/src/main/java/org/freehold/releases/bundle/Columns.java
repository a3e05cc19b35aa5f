package org.freehold.releases.bundle;

import java.util.List;
import org.freehold.engine.migration.CheckSpec;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.ReferenceSpec;

/** Columns and what may stand at one. */
final class Columns {
  private Columns() {}

  static ColumnSpec column(Members column) {
    boolean key = column.flag("primary_key", false) | column.flag("pk", false);
    Generated generated = column.optionalObject("generated", Columns::generated);
    return new ColumnSpec(
        column.text("name"),
        column.text("type"),
        column.flag("nullable", false),
        key,
        column.flag("unique", false),
        column.optionalText("default"),
        column.optionalText("comment"),
        check(column),
        reference(column),
        generated == null ? null : generated.expression(),
        generated == null ? Identity.NONE : generated.identity());
  }

  static CheckSpec check(Members column) {
    return column.optionalObject(
        "check", check -> new CheckSpec(check.optionalText("name"), check.text("constraint")));
  }

  static ReferenceSpec reference(Members column) {
    return column.optionalObject(
        "references",
        reference -> {
          String referenced = reference.optionalText("column");
          return new ReferenceSpec(
              reference.optionalText("name"),
              reference.text("table"),
              referenced == null ? List.of() : List.of(referenced),
              onDelete(reference));
        });
  }

  static String onDelete(Members reference) {
    return reference.word(
        "on_delete", List.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"));
  }

  private record Generated(String expression, Identity identity) {}

  private static Generated generated(Members generated) {
    boolean expression = generated.has("expression");
    if (expression == generated.has("identity")) {
      generated.fault(
          generated.at("expression"), "contradiction", "Say expression or identity, one of both.");
    }
    return new Generated(
        generated.optionalText("expression"),
        generated.optionalObject(
            "identity",
            identity ->
                "ALWAYS"
                        .equals(
                            identity.word("user_specified_values", List.of("ALWAYS", "BY DEFAULT")))
                    ? Identity.ALWAYS
                    : Identity.BY_DEFAULT));
  }
}
