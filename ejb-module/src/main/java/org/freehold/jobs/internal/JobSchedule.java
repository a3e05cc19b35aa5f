package org.freehold.jobs.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.jobs.Cron;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.JobScheduleId;
import org.freehold.jobs.ScheduleDetails;
import org.freehold.jobs.ScheduleFields;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * When a job is started by itself. Times that pass while no node is up are not made up for one by
 * one: the run of the last comes late, and the next is in the future again.
 */
@Entity
@Table(name = "job_schedule")
@IdClass(TenantRowKey.class)
public class JobSchedule {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String job;
  private String cron;
  private String zone;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> parameters;

  private boolean enabled;

  @Column(name = "next_fire_at")
  private Instant nextFireAt;

  @Column(name = "last_fire_at")
  private Instant lastFireAt;

  @Column(name = "last_run_id")
  private UUID lastRunId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected JobSchedule() {}

  public JobSchedule(TenantId tenant, ScheduleFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    job = fields.job();
    createdAt = now;
    change(fields, now);
  }

  public void change(ScheduleFields fields, Instant now) {
    if (!fields.job().equals(job)) {
      throw Invalid.at("/job", "fixed", "A schedule keeps its job; make another for another job.");
    }
    Cron when = Cron.of(fields.cron(), fields.zone());
    cron = fields.cron();
    zone = fields.zone();
    parameters = fields.parameters();
    enabled = fields.enabled();
    nextFireAt = enabled ? when.after(now) : null;
    updatedAt = now;
  }

  /** Whether its time has come. */
  public boolean isDue(Instant now) {
    return nextFireAt != null && !nextFireAt.isAfter(now);
  }

  /** Its run has been made; answers when the next is due. */
  public Instant fired(JobRunId run, Instant now) {
    lastFireAt = nextFireAt;
    lastRunId = run.value();
    nextFireAt = Cron.of(cron, zone).after(now);
    return nextFireAt;
  }

  public ScheduleFields fields() {
    return new ScheduleFields(job, cron, zone, parameters, enabled);
  }

  public ScheduleDetails details() {
    return new ScheduleDetails(
        id(),
        job,
        cron,
        zone,
        parameters,
        enabled,
        nextFireAt,
        lastFireAt,
        lastRunId == null ? null : new JobRunId(lastRunId),
        createdAt,
        updatedAt,
        version);
  }

  public JobScheduleId id() {
    return new JobScheduleId(id);
  }

  public Instant nextFireAt() {
    return nextFireAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
