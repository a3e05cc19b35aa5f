package org.freehold.flags;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.EnvironmentName;

/**
 * Switches a flag on or off.
 *
 * @param environment null: in all, whatever was said of each
 */
public record FlagSwitch(
    @NotNull Boolean enabled,
    @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String environment,
    @Size(max = FlagFields.REASON) String reason) {
  public FlagSwitch {
    environment = EnvironmentName.canonical(environment);
  }
}
