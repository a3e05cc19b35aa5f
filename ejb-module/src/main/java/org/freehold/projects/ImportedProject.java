package org.freehold.projects;

import java.time.Instant;

/** A project that comes with its id and its past; its fields have been checked. */
public record ImportedProject(
    ProjectId id, ProjectFields fields, Instant createdAt, Instant updatedAt) {}
