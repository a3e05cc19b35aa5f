package org.freehold.access.policies;

import jakarta.json.JsonValue;
import java.time.Instant;
import org.freehold.engine.access.Policy;
import org.freehold.platform.Versioned;

/** A policy as it is told. */
public record PolicyDetails(
    PolicyId id,
    String name,
    String description,
    Policy.Effect effect,
    int priority,
    boolean reportOnly,
    boolean enabled,
    Instant notBefore,
    Instant expires,
    PolicyTarget target,
    JsonValue condition,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
