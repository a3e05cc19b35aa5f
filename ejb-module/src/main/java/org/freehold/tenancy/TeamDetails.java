package org.freehold.tenancy;

import java.time.Instant;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/** A team as the API tells it. */
public record TeamDetails(
    TeamId id,
    String name,
    String description,
    String department,
    UserId managerId,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
