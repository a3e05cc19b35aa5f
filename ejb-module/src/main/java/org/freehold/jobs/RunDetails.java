package org.freehold.jobs;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A run as it is told.
 *
 * @param node the process that runs it, or ran it last; null before
 * @param executions how often it was started or restarted from its checkpoint
 * @param heartbeatAt when its node last said that it lives
 * @param exitStatus as the batch runtime says
 * @param error what went wrong, for people; null when nothing did
 */
public record RunDetails(
    JobRunId id,
    String job,
    RunStatus status,
    Map<String, JsonValue> parameters,
    RunTrigger trigger,
    Starter startedBy,
    String node,
    int executions,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt,
    Instant heartbeatAt,
    Progress progress,
    Map<String, Long> counts,
    String exitStatus,
    String error) {
  /** Who asked for the run: a user, or a component of ours, which has no id and no address. */
  public record Starter(String type, UUID id, String email) {}

  /**
   * How far it is.
   *
   * @param total null until it is known
   * @param percent of total, rounded down; null like it
   */
  public record Progress(long done, Long total, String unit, Integer percent, String message) {}
}
