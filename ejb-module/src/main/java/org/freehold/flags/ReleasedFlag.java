package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How a flag is to be in the environment that a release comes to, and nowhere else; what is null is
 * as everywhere.
 *
 * @param rules instead of those of the flag
 */
public record ReleasedFlag(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String key,
    Boolean enabled,
    @Size(max = 50) List<@NotNull @Valid FlagRule> rules,
    @Valid FlagServe otherwise) {
  public FlagEnvironment in(String environment) {
    return new FlagEnvironment(environment, enabled, rules, otherwise);
  }
}
