package org.freehold.engine.migration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code create_enum}. */
final class EnumCreation implements Operation<CreateEnum> {
  private static final int MOST_VALUES = 200;

  @Override
  public void plan(CreateEnum change, Planning planning) {
    String name = planning.freeName("/name", change.name());
    List<String> values = change.values();
    if (values.isEmpty() || values.size() > MOST_VALUES) {
      throw planning.refused(
          "/values", "values_missing", "The type has 1 to " + MOST_VALUES + " values.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      value(planning, "/values/" + i, values.get(i));
      if (!seen.add(values.get(i))) {
        throw planning.refused(
            "/values/" + i, "value_twice", "The value " + values.get(i) + " stands there twice.");
      }
    }
    planning.add(
        planning
            .step("Create enumerated type " + name, null)
            .needs(name)
            .up(SchemaWriter.createEnum(name, values))
            .down("DROP TYPE " + Sql.quote(name)));
    planning.schema.enums.put(name, values);
    planning.schema.freshEnums.add(name);
  }

  /** Values are kept as names are: at most 63 bytes. */
  static void value(Planning planning, String pointer, String value) {
    planning.name(pointer, value);
  }
}
