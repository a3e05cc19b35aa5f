package org.freehold.flags;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.freehold.engine.flags.Operator;

/**
 * A test of an attribute of the context. One of the values is enough; an attribute that is not
 * there passes no test but that it is present, negated.
 *
 * @param attribute as in {@code tier}, {@code tenant}, {@code user}, {@code role} or any other;
 *     none with {@code in_segment}
 * @param values strings, numbers or booleans; keys of segments with {@code in_segment}
 * @param negate false when absent
 */
public record FlagCondition(
    @Size(min = 1, max = FlagKey.MOST) String attribute,
    @NotNull Operator operator,
    @Size(max = 500) List<@NotNull JsonValue> values,
    Boolean negate) {
  public FlagCondition {
    values = values == null ? List.of() : values;
    negate = negate != null && negate;
  }
}
