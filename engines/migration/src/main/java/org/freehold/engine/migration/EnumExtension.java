package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.List;

/** {@code add_enum_value}: a step of its own, and an undo that makes the type anew; rule 29. */
final class EnumExtension implements Operation<AddEnumValue> {
  @Override
  public void plan(AddEnumValue change, Planning planning) {
    String name = planning.name("/name", change.name());
    List<String> values = planning.schema.enums.get(name);
    if (values == null) {
      throw planning.refused("/name", "unknown_type", "There is no enumerated type " + name + ".");
    }
    EnumCreation.value(planning, "/value", change.value());
    if (values.contains(change.value())) {
      throw planning.refused(
          "/value",
          "already_exists",
          "The type " + name + " has the value " + change.value() + " already.");
    }
    List<String> after = insert(change, planning, values);
    StepDraft step =
        planning
            .step("Add value " + change.value() + " to " + name, null)
            .needs(name)
            .up(statement(change));
    undo(planning, step, name, values);
    if (!planning.schema.freshEnums.contains(name)) {
      step.apart();
    }
    planning.add(step);
    planning.schema.enums.put(name, after);
  }

  private static List<String> insert(AddEnumValue change, Planning planning, List<String> values) {
    if (change.before() != null && change.after() != null) {
      throw planning.refused("", "contradiction", "Say before or after, not both.");
    }
    String neighbour = change.before() != null ? change.before() : change.after();
    List<String> result = new ArrayList<>(values);
    if (neighbour == null) {
      planning.find(
          Severity.WARNING,
          29,
          "The value %s comes last: order and comparisons follow from its place."
              .formatted(change.value()),
          "\"before\" or \"after\" another value");
      result.add(change.value());
      return result;
    }
    int at = values.indexOf(neighbour);
    if (at < 0) {
      throw planning.refused(
          change.before() != null ? "/before" : "/after",
          "unknown_value",
          "The type has no value " + neighbour + ".");
    }
    result.add(change.before() != null ? at : at + 1, change.value());
    return result;
  }

  private static String statement(AddEnumValue change) {
    String place =
        change.before() != null
            ? " BEFORE " + Sql.literal(change.before())
            : change.after() != null ? " AFTER " + Sql.literal(change.after()) : "";
    return "ALTER TYPE "
        + Sql.quote(change.name())
        + " ADD VALUE "
        + Sql.literal(change.value())
        + place;
  }

  /** PostgreSQL takes no value away: the type is made anew, and what uses it is moved to it. */
  private static void undo(Planning planning, StepDraft step, String name, List<String> values) {
    String old = Sql.quote(planning.tombstones().of(name));
    step.down(
        "ALTER TYPE " + Sql.quote(name) + " RENAME TO " + old,
        SchemaWriter.createEnum(name, values));
    EnumUses uses = new EnumUses(planning.schema, name);
    step.down(uses.loosened()).down(uses.moved()).down(uses.fastened());
    uses.tables().forEach(step::needs);
    step.down("DROP TYPE " + old);
    step.hazard(
        29,
        "An undo writes the tables again that use "
            + name
            + ", and fails on rows with the new value.");
  }
}
