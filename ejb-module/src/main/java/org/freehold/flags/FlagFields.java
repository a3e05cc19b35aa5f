package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freehold.engine.flags.ValueType;
import org.freehold.platform.Text;

/**
 * A flag as the tenant describes it.
 *
 * @param key unique in the tenant; never changes
 * @param offVariant served when the flag is switched off or a prerequisite does not hold
 * @param enabled true when absent
 * @param bucketBy the attribute that decides into which share a context falls; the tenant when
 *     absent
 * @param rolloutGroup flags of one group give the same tenants their first percents
 * @param rules the first whose conditions all hold decides
 * @param otherwise served when none does
 * @param environments what is different there
 * @param reason why it is changed; kept in the history and not in the flag
 */
public record FlagFields(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String key,
    @Size(max = Text.NAME) String name,
    @Size(max = 2000) String description,
    @NotNull ValueType type,
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid FlagVariant> variants,
    @NotNull @Size(max = FlagKey.MOST) String offVariant,
    Boolean enabled,
    @Size(min = 1, max = FlagKey.MOST) String bucketBy,
    @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String rolloutGroup,
    @Size(max = 5) List<@NotNull @Valid FlagPrerequisite> prerequisites,
    @Size(max = 50) List<@NotNull @Valid FlagRule> rules,
    @NotNull @Valid FlagServe otherwise,
    @Size(max = ENVIRONMENTS) List<@NotNull @Valid FlagEnvironment> environments,
    @Size(max = REASON) String reason) {
  public static final int REASON = 500;

  /** In so many environments something may be different. */
  public static final int ENVIRONMENTS = 20;

  public FlagFields {
    enabled = enabled == null || enabled;
    prerequisites = prerequisites == null ? List.of() : prerequisites;
    rules = rules == null ? List.of() : rules;
    environments = environments == null ? List.of() : environments;
  }

  /** As it is kept. */
  public FlagFields withoutReason() {
    return because(null);
  }

  public FlagFields because(String why) {
    return copy(enabled, environments, why);
  }

  /** What is different in the environment; empty when nothing is. */
  public Optional<FlagEnvironment> in(String environment) {
    return environments.stream().filter(own -> own.name().equals(environment)).findFirst();
  }

  /** As everywhere in the environment. */
  public FlagFields without(String environment) {
    return copy(
        enabled,
        environments.stream().filter(own -> !own.name().equals(environment)).toList(),
        reason);
  }

  /** So in its environment, whatever was different there before. */
  public FlagFields with(FlagEnvironment own) {
    List<FlagEnvironment> all = new ArrayList<>(without(own.name()).environments());
    all.add(own);
    return copy(enabled, all, reason);
  }

  /** Switched in one environment; null: in all, whatever was said of each. */
  public FlagFields switched(boolean on, String environment) {
    return copy(
        environment == null ? Boolean.valueOf(on) : enabled,
        FlagEnvironment.switched(environments, on, environment),
        reason);
  }

  private FlagFields copy(Boolean on, List<FlagEnvironment> own, String why) {
    return new FlagFields(
        key,
        name,
        description,
        type,
        variants,
        offVariant,
        on,
        bucketBy,
        rolloutGroup,
        prerequisites,
        rules,
        otherwise,
        own,
        why);
  }
}
