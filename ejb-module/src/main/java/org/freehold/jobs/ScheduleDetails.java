package org.freehold.jobs;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import org.freehold.platform.Versioned;

/**
 * A schedule as it is told.
 *
 * @param nextFireAt null while it is not enabled
 */
public record ScheduleDetails(
    JobScheduleId id,
    String job,
    String cron,
    String zone,
    Map<String, JsonValue> parameters,
    boolean enabled,
    Instant nextFireAt,
    Instant lastFireAt,
    JobRunId lastRunId,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
