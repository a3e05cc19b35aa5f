package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.jobs.JobScheduleId;
import org.freehold.jobs.ScheduleDetails;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The schedules of one tenant. */
@ApplicationScoped
public class JobScheduleRepository {
  private static final List<String> SORTS = List.of("created_at");

  @PersistenceContext private EntityManager em;

  public void add(JobSchedule schedule) {
    em.persist(schedule);
    em.flush();
  }

  public void remove(JobSchedule schedule) {
    em.remove(schedule);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<JobSchedule> byId(TenantId tenant, JobScheduleId id) {
    return Optional.ofNullable(em.find(JobSchedule.class, new TenantRowKey(tenant, id.value())));
  }

  public Optional<JobSchedule> locked(TenantId tenant, JobScheduleId id) {
    return Optional.ofNullable(
        em.find(
            JobSchedule.class,
            new TenantRowKey(tenant, id.value()),
            LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whoever plans the same job waits until this transaction ends. */
  public void oneAtATime(TenantId tenant, String job) {
    em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(?1))) as held")
        .setParameter(1, "job_schedule:" + tenant.value() + ":" + job)
        .getResultList();
  }

  public boolean has(TenantId tenant, String job) {
    return em.createQuery(
                "select count(s.id) from JobSchedule s where s.tenantId = :tenant and s.job = :job",
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("job", job)
            .getSingleResult()
        > 0;
  }

  public long count(TenantId tenant) {
    return em.createQuery(
            "select count(s.id) from JobSchedule s where s.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  public Page<ScheduleDetails> list(TenantId tenant, PageRequest page) {
    return new ListQuery<>(
            JobSchedule.class, "select s from JobSchedule s", "s.id", s -> s.id().value())
        .where("s.tenantId = :tenant", "tenant", tenant.value())
        .page(
            em,
            page,
            Sort.of(page.sort(), SORTS),
            new ListQuery.Column<>("s.createdAt", Instant::parse, JobSchedule::createdAt),
            JobSchedule::details);
  }
}
