package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.EnvironmentName;

/**
 * What is different in an environment; what is null is as everywhere.
 *
 * @param rules instead of those of the flag
 */
public record FlagEnvironment(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String name,
    Boolean enabled,
    @Size(max = 50) List<@NotNull @Valid FlagRule> rules,
    @Valid FlagServe otherwise) {

  public FlagEnvironment {
    name = EnvironmentName.canonical(name);
  }

  /** The flag's environments after a switch in one of them; null for a switch in all. */
  static List<FlagEnvironment> switched(List<FlagEnvironment> all, boolean on, String environment) {
    List<FlagEnvironment> switched = new ArrayList<>();
    boolean found = environment == null;
    for (FlagEnvironment one : all) {
      boolean its = environment == null || one.name.equals(environment);
      Boolean enabled = environment == null ? null : Boolean.valueOf(on);
      switched.add(its ? new FlagEnvironment(one.name, enabled, one.rules, one.otherwise) : one);
      found |= its;
    }
    if (!found) {
      switched.add(new FlagEnvironment(environment, on, null, null));
    }
    return switched;
  }
}
