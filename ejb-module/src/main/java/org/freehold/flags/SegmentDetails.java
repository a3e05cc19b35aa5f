package org.freehold.flags;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Versioned;

/** A segment as it is told. */
public record SegmentDetails(
    String key,
    String description,
    List<String> included,
    List<String> excluded,
    List<FlagCondition> conditions,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
