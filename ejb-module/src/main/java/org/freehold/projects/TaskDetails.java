package org.freehold.projects;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/**
 * A task as the API tells it.
 *
 * @param completedAt when it became done; null while it is not
 */
public record TaskDetails(
    TaskId id,
    ProjectId projectId,
    String title,
    String description,
    TaskStatus status,
    Priority priority,
    UserId assigneeId,
    LocalDate dueDate,
    BigDecimal estimateHours,
    Instant completedAt,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
