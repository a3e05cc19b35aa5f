package org.freehold.flags;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.freehold.platform.EnvironmentName;

/**
 * For whom a flag is to be tried out.
 *
 * @param environment production when absent
 * @param context with {@code targetingKey}, as the remote evaluation protocol has it
 */
public record FlagQuestion(
    @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String environment,
    @NotNull Map<String, JsonValue> context) {
  public FlagQuestion {
    environment =
        environment == null ? FlagKey.ENVIRONMENT : EnvironmentName.canonical(environment);
  }
}
