package org.freehold.jobs;

import java.time.Instant;
import java.util.UUID;

/** A line of a run's log. */
public record LogLine(UUID id, Instant time, LogLevel level, String message) {}
