package org.freehold.engine.flags;

import java.util.List;

/**
 * A flag as it is stored.
 *
 * @param offVariant served when the flag is switched off or a prerequisite does not hold
 * @param bucketBy the attribute by whose value a context falls into a share; null for {@value
 *     FlagContext#TENANT}
 * @param rolloutGroup flags of the same group put a context into the same place; null for a group
 *     of the flag's own
 * @param general for all environments that have no targeting of their own
 */
public record FlagDefinition(
    String key,
    ValueType type,
    List<Variant> variants,
    String offVariant,
    String bucketBy,
    String rolloutGroup,
    List<Prerequisite> prerequisites,
    Targeting general,
    List<Targeting> environments) {
  public FlagDefinition {
    variants = List.copyOf(variants);
    prerequisites = List.copyOf(prerequisites);
    environments = List.copyOf(environments);
  }

  Targeting in(String environment) {
    return environments.stream()
        .filter(own -> own.environment().equals(environment))
        .findFirst()
        .map(own -> own.over(general))
        .orElse(general);
  }

  String salt() {
    return rolloutGroup == null ? key : rolloutGroup;
  }
}
