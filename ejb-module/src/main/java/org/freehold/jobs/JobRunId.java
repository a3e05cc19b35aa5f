package org.freehold.jobs;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a run of a job. */
public record JobRunId(UUID value) implements EntityId {}
