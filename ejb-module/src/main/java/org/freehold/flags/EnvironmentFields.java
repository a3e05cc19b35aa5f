package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * What is different in an environment; what is null is as everywhere.
 *
 * @param rules instead of those of the flag
 */
public record EnvironmentFields(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String name,
    Boolean enabled,
    @Size(max = 50) List<@NotNull @Valid RuleFields> rules,
    @Valid ServeFields otherwise) {

  /** The flag's environments after a switch in one of them; null for a switch in all. */
  static List<EnvironmentFields> switched(
      List<EnvironmentFields> all, boolean on, String environment) {
    List<EnvironmentFields> switched = new ArrayList<>();
    boolean found = environment == null;
    for (EnvironmentFields one : all) {
      boolean its = environment == null || one.name.equals(environment);
      Boolean enabled = environment == null ? null : Boolean.valueOf(on);
      switched.add(its ? new EnvironmentFields(one.name, enabled, one.rules, one.otherwise) : one);
      found |= its;
    }
    if (!found) {
      switched.add(new EnvironmentFields(environment, on, null, null));
    }
    return switched;
  }
}
