package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import java.util.List;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Operator;

/** What a kept condition means to this version. */
final class StoredCondition {
  /** No attribute has this name, so that the engine takes it for unknown. */
  static final Condition UNREADABLE = new Condition.Test("", Operator.EXISTS, List.of());

  private StoredCondition() {}

  static Condition read(JsonObject json) {
    if (json == null) {
      return null;
    }
    ConditionReader reader = new ConditionReader();
    Condition condition = reader.read(json, "");
    return reader.findings().isEmpty() ? condition : UNREADABLE;
  }

  /** As it was written; jsonb keeps no order of members. */
  static JsonObject told(JsonObject json) {
    Condition condition = read(json);
    return condition == null || condition == UNREADABLE ? json : ConditionWriter.write(condition);
  }
}
