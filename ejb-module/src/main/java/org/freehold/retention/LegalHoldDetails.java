package org.freehold.retention;

import java.time.Instant;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;
import org.freehold.projects.ProjectId;

/**
 * A hold as the API tells it.
 *
 * @param active until it is released
 */
public record LegalHoldDetails(
    LegalHoldId id,
    String name,
    String reason,
    String dataClass,
    UserId personId,
    ProjectId projectId,
    Instant from,
    Instant until,
    boolean active,
    UserId placedBy,
    Instant placedAt,
    UserId releasedBy,
    Instant releasedAt,
    String releaseReason,
    long version)
    implements Versioned {}
