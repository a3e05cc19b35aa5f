package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * What is served to whom.
 *
 * @param id unique in the flag; told with every value that the rule decides
 * @param conditions all must hold; none: for everybody
 * @param notBefore the first moment at which it counts; null for always
 * @param expires the first moment at which it no longer counts; null for never
 */
public record FlagRule(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String id,
    @Size(max = 500) String description,
    @Size(max = 20) List<@NotNull @Valid FlagCondition> conditions,
    Instant notBefore,
    Instant expires,
    @NotNull @Valid FlagServe serve) {
  public FlagRule {
    conditions = conditions == null ? List.of() : conditions;
  }
}
