package org.freehold.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/**
 * What a list of projects is narrowed to; null: not narrowed. Each {@code after} includes its
 * moment and each {@code before} does not, so that neighbouring periods share no project.
 *
 * @param q text that the name contains, in upper or lower case
 */
public record ProjectFilter(
    ProjectStatus status,
    Priority priority,
    UserId ownerId,
    TeamId teamId,
    String department,
    WorkspaceId workspaceId,
    Visibility visibility,
    LocalDate startAfter,
    LocalDate startBefore,
    LocalDate endAfter,
    LocalDate endBefore,
    Instant createdAfter,
    Instant createdBefore,
    String q) {}
