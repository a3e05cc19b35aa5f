package org.freehold.projects;

import java.time.Instant;

/**
 * A task that comes with its id and its past; its fields have been checked.
 *
 * @param completedAt not null exactly when the task is done
 */
public record ImportedTask(
    TaskId id, TaskFields fields, Instant createdAt, Instant updatedAt, Instant completedAt) {}
