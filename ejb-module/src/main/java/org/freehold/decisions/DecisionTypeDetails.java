package org.freehold.decisions;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Versioned;

/** A type of things of another system. */
public record DecisionTypeDetails(
    String name,
    String description,
    List<String> actions,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
