package org.freehold.jobs;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a schedule of a job. */
public record JobScheduleId(UUID value) implements EntityId {}
