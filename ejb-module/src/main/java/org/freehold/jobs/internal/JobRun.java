package org.freehold.jobs.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunStatus;
import org.freehold.jobs.RunTrigger;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * One run of a job. {@code queued → running → completed|failed|stopped}; a running one that is
 * asked to stop is {@code stopping} until its node obeys. A failed or stopped one can be queued
 * again, which goes on from its checkpoint, or abandoned for good; so can a queued one be
 * abandoned. Each (re)start raises the number of executions, and only the last may write.
 */
@Entity
@Table(name = "job_run")
@IdClass(TenantRowKey.class)
public class JobRun {
  /** A run that took so many nodes with it does not get another by itself. */
  private static final int MOST_EXECUTIONS = 20;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String job;
  private String status;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> parameters;

  @Column(name = "triggered_by")
  private String triggeredBy;

  @Column(name = "started_by_id")
  private UUID startedById;

  @Column(name = "started_by_type")
  private String startedByType;

  @Column(name = "started_by_name")
  private String startedByName;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "fire_at")
  private Instant fireAt;

  private String node;

  @Column(name = "batch_execution")
  private Long batchExecution;

  private int executions;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "heartbeat_at")
  private Instant heartbeatAt;

  private Long total;
  private String unit;
  private String message;

  @Column(name = "exit_status")
  private String exitStatus;

  private String error;
  @Version private long version;

  protected JobRun() {}

  /** A run asked for by the caller. */
  public JobRun(
      CallContext call, String job, String unit, Map<String, JsonValue> parameters, Instant now) {
    Actor actor = call.actor();
    tenantId = call.tenantId().value();
    id = Uuid7.next();
    this.job = job;
    this.unit = unit;
    this.parameters = parameters;
    triggeredBy = WireNames.of(RunTrigger.REQUEST);
    startedByType = actor.kind().wireName();
    startedById = actor.id();
    startedByName = actor.name();
    requestId = call.requestId();
    createdAt = now;
    status = WireNames.of(RunStatus.QUEUED);
  }

  /** Says that it was the schedule's turn at that time; a schedule has one run for each. */
  public JobRun firedBy(UUID schedule, Instant at) {
    triggeredBy = WireNames.of(RunTrigger.SCHEDULE);
    scheduleId = schedule;
    fireAt = at;
    return this;
  }

  /** This node takes it; answers the number of the execution that it now is. */
  int beginOn(String thisNode, Instant now) {
    node = thisNode;
    executions++;
    heartbeatAt = now;
    startedAt = startedAt == null ? now : startedAt;
    become(RunStatus.RUNNING);
    return executions;
  }

  /** One that was asked for anew goes on however often it has died. */
  boolean hasDiedTooOften() {
    return status() != RunStatus.QUEUED && executions >= MOST_EXECUTIONS;
  }

  /** Whether its node has been silent for the lease. */
  boolean isSilent(Duration lease, Instant now) {
    return heartbeatAt == null || heartbeatAt.plus(lease).isBefore(now);
  }

  public void beganAs(long execution) {
    batchExecution = execution;
  }

  public void end(RunStatus how, String exit, String what, Instant now) {
    become(how);
    exitStatus = exit;
    error = what == null ? null : JobRunLogLine.cut(what);
    endedAt = now;
  }

  /** Its node goes away with the run unfinished: the next may take it at once. */
  public void release() {
    heartbeatAt = null;
  }

  public void stop(Instant now) {
    switch (status()) {
      case QUEUED -> end(RunStatus.STOPPED, null, null, now);
      case RUNNING -> become(RunStatus.STOPPING);
      case STOPPING -> {}
      default -> throw refused("run_not_running", "has ended and cannot be stopped");
    }
  }

  public void restart() {
    if (status() != RunStatus.FAILED && status() != RunStatus.STOPPED) {
      throw refused(
          "run_not_restartable", "is " + status + ": only a failed or stopped run goes on");
    }
    endedAt = null;
    exitStatus = null;
    error = null;
    heartbeatAt = null;
    become(RunStatus.QUEUED);
  }

  public void abandon(Instant now) {
    switch (status()) {
      case QUEUED, FAILED, STOPPED -> end(RunStatus.ABANDONED, exitStatus, error, now);
      case ABANDONED -> {}
      default -> throw refused("run_not_abandonable", "is " + status + ": stop it first");
    }
  }

  private Conflict refused(String code, String what) {
    return new Conflict(
        code, "The run " + what + ".", "GET /api/jobs/runs/" + id + " tells where it is.");
  }

  private void become(RunStatus next) {
    status = WireNames.of(next);
  }

  public void expect(Long rows, String what) {
    total = rows == null ? total : rows;
    message = what == null ? message : what;
  }

  Run here(TenantRef tenant) {
    return new Run(new JobRunId(id), job, tenant, executions, requestId, parameters);
  }

  RunDetails details(long done, Map<String, Long> counts) {
    return new RunDetails(
        id(),
        job,
        status(),
        parameters,
        WireNames.constant(RunTrigger.class, triggeredBy).orElseThrow(),
        starter(),
        node,
        executions,
        createdAt,
        startedAt,
        endedAt,
        heartbeatAt,
        new RunDetails.Progress(done, total, unit, percent(done), message),
        counts,
        exitStatus,
        error);
  }

  private RunDetails.Starter starter() {
    boolean person = Actor.Kind.USER.wireName().equals(startedByType);
    return new RunDetails.Starter(startedByType, startedById, person ? startedByName : null);
  }

  private Integer percent(long done) {
    if (total == null) {
      return null;
    }
    return total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
  }

  public JobRunId id() {
    return new JobRunId(id);
  }

  String job() {
    return job;
  }

  public RunStatus status() {
    return WireNames.constant(RunStatus.class, status).orElseThrow();
  }

  /** Whether the run is at work, and in this execution of it. */
  public boolean isExecution(int number) {
    return executions == number && !status().ended();
  }

  Long batchExecution() {
    return batchExecution;
  }

  Instant heartbeatAt() {
    return heartbeatAt;
  }

  Instant createdAt() {
    return createdAt;
  }
}
