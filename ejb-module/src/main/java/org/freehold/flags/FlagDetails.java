package org.freehold.flags;

import java.time.Instant;
import java.util.List;
import org.freehold.engine.flags.ValueType;
import org.freehold.platform.Versioned;

/** A flag as it is told. */
public record FlagDetails(
    String key,
    String name,
    String description,
    ValueType type,
    List<FlagVariant> variants,
    String offVariant,
    boolean enabled,
    String bucketBy,
    String rolloutGroup,
    List<FlagPrerequisite> prerequisites,
    List<FlagRule> rules,
    FlagServe otherwise,
    List<FlagEnvironment> environments,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {
  public static FlagDetails of(
      FlagFields flag, Instant createdAt, Instant updatedAt, long version) {
    return new FlagDetails(
        flag.key(),
        flag.name(),
        flag.description(),
        flag.type(),
        flag.variants(),
        flag.offVariant(),
        flag.enabled(),
        flag.bucketBy(),
        flag.rolloutGroup(),
        flag.prerequisites(),
        flag.rules(),
        flag.otherwise(),
        flag.environments(),
        createdAt,
        updatedAt,
        version);
  }
}
