package org.freehold.jobs.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonMap;

/**
 * What one partition of a run has done. Each has a row of its own, so that partitions do not wait
 * for each other.
 */
@Entity
@Table(name = "job_run_part")
@IdClass(JobRunPartKey.class)
public class JobRunPart {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id
  @Column(name = "run_id")
  private UUID runId;

  @Id private int part;

  private long done;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> counts;

  protected JobRunPart() {}

  JobRunPart(TenantId tenant, JobRunId run, int part) {
    tenantId = tenant.value();
    runId = run.value();
    this.part = part;
    counts = Map.of();
  }

  void add(long more, Map<String, Long> moreCounts) {
    Map<String, Long> sums = counts();
    moreCounts.forEach((name, count) -> sums.merge(name, count, Long::sum));
    reach(done + more, sums);
  }

  void reach(long all, Map<String, Long> allCounts) {
    done = all;
    Map<String, JsonValue> stored = new TreeMap<>();
    allCounts.forEach((name, count) -> stored.put(name, JsonText.PROVIDER.createValue(count)));
    counts = stored;
  }

  long done() {
    return done;
  }

  UUID runId() {
    return runId;
  }

  Map<String, Long> counts() {
    Map<String, Long> values = new TreeMap<>();
    counts.forEach((name, count) -> values.put(name, ((JsonNumber) count).longValueExact()));
    return values;
  }
}
