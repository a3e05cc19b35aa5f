package org.freehold.tenancy;

import java.time.Instant;
import org.freehold.platform.Versioned;
import org.freehold.platform.WorkspaceId;

/** A workspace as the API tells it. */
public record WorkspaceDetails(
    WorkspaceId id,
    String slug,
    String name,
    String description,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
