package org.freehold.jobs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.LogLine;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;

/** What a run had to say, in one line; longer ones are cut. */
@Entity
@Table(name = "job_run_log")
@IdClass(TenantRowKey.class)
public class JobRunLogLine {
  private static final int LONGEST = 2000;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "run_id")
  private UUID runId;

  @Column(name = "logged_at")
  private Instant time;

  private String level;
  private String message;

  protected JobRunLogLine() {}

  public JobRunLogLine(TenantId tenant, JobRunId run, LogLevel level, String message, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    runId = run.value();
    time = now;
    this.level = WireNames.of(level);
    this.message = cut(message);
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  LogLine line() {
    return new LogLine(id, time, WireNames.constant(LogLevel.class, level).orElseThrow(), message);
  }
}
