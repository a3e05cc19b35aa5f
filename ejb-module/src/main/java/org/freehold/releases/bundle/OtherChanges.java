package org.freehold.releases.bundle;

import org.freehold.engine.migration.AddEnumValue;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.CreateEnum;
import org.freehold.engine.migration.RawSql;

/** Enumerated types, and SQL written by hand. */
final class OtherChanges {
  private OtherChanges() {}

  static Change createEnum(Members change) {
    return new CreateEnum(change.text("name"), change.texts("values"));
  }

  static Change addEnumValue(Members change) {
    return new AddEnumValue(
        change.text("name"),
        change.text("value"),
        change.optionalText("before"),
        change.optionalText("after"));
  }

  static Change rawSql(Members change) {
    return new RawSql(change.textOrTexts("up"), change.textOrTexts("down"));
  }
}
