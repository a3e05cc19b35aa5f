package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.LogLine;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunFilter;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The runs of one tenant, what their partitions have done, and their logs. */
@ApplicationScoped
public class JobRunRepository {
  private static final List<String> SORTS = List.of("-created_at");
  private static final List<String> LOG_SORTS = List.of("time");

  @PersistenceContext private EntityManager em;

  public void add(JobRun run) {
    em.persist(run);
    em.flush();
  }

  public void add(JobRunLogLine line) {
    em.persist(line);
  }

  public long countLines(TenantId tenant, JobRunId run) {
    return em.createQuery(
            "select count(l.id) from JobRunLogLine l where l.tenantId = :tenant and l.runId = :run",
            Long.class)
        .setParameter("tenant", tenant.value())
        .setParameter("run", run.value())
        .getSingleResult();
  }

  public void flush() {
    em.flush();
  }

  public Optional<JobRun> byId(TenantId tenant, JobRunId id) {
    return Optional.ofNullable(em.find(JobRun.class, key(tenant, id)));
  }

  /**
   * Nobody else changes the run until the transaction ends; executions at work end theirs first.
   */
  public Optional<JobRun> locked(TenantId tenant, JobRunId id) {
    return Optional.ofNullable(
        em.find(JobRun.class, key(tenant, id), LockModeType.PESSIMISTIC_WRITE));
  }

  /** False when the run went on elsewhere. Until the transaction ends it cannot. */
  public boolean isOwned(TenantId tenant, JobRunId id, int execution) {
    return !em.createNativeQuery(
            "select 1 from job_run where tenant_id = ?1 and id = ?2 and executions = ?3"
                + " and status in ('running', 'stopping') for key share")
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, execution)
        .getResultList()
        .isEmpty();
  }

  /** Past the version of the row, which a sign of life must not raise; false as above. */
  public boolean beat(TenantId tenant, JobRunId id, int execution, Instant now) {
    return em.createNativeQuery(
                "update job_run set heartbeat_at = ?4 where tenant_id = ?1 and id = ?2"
                    + " and executions = ?3 and status in ('running', 'stopping')")
            .setParameter(1, tenant.value())
            .setParameter(2, id.value())
            .setParameter(3, execution)
            .setParameter(4, java.sql.Timestamp.from(now))
            .executeUpdate()
        > 0;
  }

  public void advance(
      TenantId tenant, JobRunId run, int part, long more, Map<String, Long> counts) {
    part(tenant, run, part).add(more, counts);
  }

  public void reach(TenantId tenant, JobRunId run, int part, long done, Map<String, Long> counts) {
    part(tenant, run, part).reach(done, counts);
  }

  private JobRunPart part(TenantId tenant, JobRunId run, int part) {
    JobRunPart found =
        em.find(JobRunPart.class, new JobRunPartKey(tenant.value(), run.value(), part));
    if (found == null) {
      found = new JobRunPart(tenant, run, part);
      em.persist(found);
    }
    return found;
  }

  public RunDetails details(TenantId tenant, JobRun run) {
    return details(run, partsOf(tenant, List.of(run.id().value())));
  }

  public Page<RunDetails> list(TenantId tenant, RunFilter filter, PageRequest page) {
    Page<JobRun> runs =
        new ListQuery<>(JobRun.class, "select r from JobRun r", "r.id", r -> r.id().value())
            .where("r.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven("r.job = :job", "job", filter.job())
            .whereGiven(
                "r.status = :status",
                "status",
                filter.status() == null ? null : WireNames.of(filter.status()))
            .page(
                em,
                page,
                Sort.of(page.sort(), SORTS),
                new ListQuery.Column<>("r.createdAt", Instant::parse, JobRun::createdAt),
                run -> run);
    Map<UUID, List<JobRunPart>> parts =
        partsOf(tenant, runs.items().stream().map(run -> run.id().value()).toList());
    return new Page<>(runs.items().stream().map(run -> details(run, parts)).toList(), runs.next());
  }

  /** The last run of each job that has one. */
  public Map<String, RunDetails> lastOfEach(TenantId tenant) {
    List<JobRun> runs =
        em.createQuery(
                "select r from JobRun r where r.tenantId = :tenant and r.createdAt ="
                    + " (select max(o.createdAt) from JobRun o where o.tenantId = r.tenantId"
                    + " and o.job = r.job)",
                JobRun.class)
            .setParameter("tenant", tenant.value())
            .getResultList();
    Map<UUID, List<JobRunPart>> parts =
        partsOf(tenant, runs.stream().map(run -> run.id().value()).toList());
    Map<String, RunDetails> last = new TreeMap<>();
    runs.forEach(run -> last.put(run.job(), details(run, parts)));
    return last;
  }

  public Page<LogLine> log(TenantId tenant, JobRunId run, PageRequest page) {
    return new ListQuery<>(
            JobRunLogLine.class, "select l from JobRunLogLine l", "l.id", l -> l.line().id())
        .where("l.tenantId = :tenant", "tenant", tenant.value())
        .where("l.runId = :run", "run", run.value())
        .page(
            em,
            page,
            Sort.of(page.sort(), LOG_SORTS),
            new ListQuery.Column<>("l.time", Instant::parse, l -> l.line().time()),
            JobRunLogLine::line);
  }

  private Map<UUID, List<JobRunPart>> partsOf(TenantId tenant, Collection<UUID> runs) {
    Map<UUID, List<JobRunPart>> byRun = new TreeMap<>();
    if (!runs.isEmpty()) {
      em.createQuery(
              "select p from JobRunPart p where p.tenantId = :tenant and p.runId in :runs",
              JobRunPart.class)
          .setParameter("tenant", tenant.value())
          .setParameter("runs", runs)
          .getResultList()
          .forEach(p -> byRun.computeIfAbsent(p.runId(), id -> new ArrayList<>()).add(p));
    }
    return byRun;
  }

  private static RunDetails details(JobRun run, Map<UUID, List<JobRunPart>> parts) {
    long done = 0;
    Map<String, Long> counts = new TreeMap<>();
    for (JobRunPart part : parts.getOrDefault(run.id().value(), List.of())) {
      done += part.done();
      part.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
    }
    return run.details(done, counts);
  }

  private static TenantRowKey key(TenantId tenant, JobRunId id) {
    return new TenantRowKey(tenant, id.value());
  }
}
