package org.freehold.demo.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.demo.SeedPart;
import org.freehold.jobs.JobRunId;
import org.freehold.platform.TenantId;

/** What a tenant's demo rows are derived from, those made through services, and the plans. */
@ApplicationScoped
public class DemoRepository {
  @PersistenceContext private EntityManager em;

  /** The tenant's epoch: the given one unless it has one. */
  public void keepEpoch(TenantId tenant, Instant epoch) {
    query(tenant, "insert into demo_data (tenant_id, epoch) values (?1, ?2) on conflict do nothing")
        .setParameter(2, Timestamp.from(epoch))
        .executeUpdate();
  }

  public Instant epoch(TenantId tenant) {
    return instant(
        query(tenant, "select epoch from demo_data where tenant_id = ?1").getSingleResult());
  }

  /** The ids of a kind by their numbers. */
  public Map<Integer, UUID> things(TenantId tenant, String kind) {
    Map<Integer, UUID> things = new TreeMap<>();
    for (Object row :
        query(tenant, "select number, thing_id from demo_thing where tenant_id = ?1 and kind = ?2")
            .setParameter(2, kind)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      things.put(((Number) columns[0]).intValue(), (UUID) columns[1]);
    }
    return things;
  }

  public Optional<UUID> thing(TenantId tenant, String kind, int number) {
    return Optional.ofNullable(things(tenant, kind).get(number));
  }

  /** Remembers a row; {@code run} is null for one that people made. */
  public void keepThing(TenantId tenant, String kind, int number, UUID thing, JobRunId run) {
    query(
            tenant,
            "insert into demo_thing (tenant_id, kind, number, thing_id, run_id)"
                + " values (?1, ?2, ?3, ?4, ?5::uuid)")
        .setParameter(2, kind)
        .setParameter(3, number)
        .setParameter(4, thing)
        .setParameter(5, run == null ? null : run.value().toString())
        .executeUpdate();
  }

  /** How many rows of the kind the run made. */
  public long made(TenantId tenant, String kind, JobRunId run) {
    return ((Number)
            query(
                    tenant,
                    "select count(*) from demo_thing where tenant_id = ?1 and kind = ?2"
                        + " and run_id = ?3")
                .setParameter(2, kind)
                .setParameter(3, run.value())
                .getSingleResult())
        .longValue();
  }

  public void addPart(TenantId tenant, JobRunId run, SeedPart part) {
    query(
            tenant,
            "insert into demo_seed_part (tenant_id, run_id, part, first_project, last_project,"
                + " tasks_per_project, next_project, projects, tasks)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?4, 0, 0) on conflict do nothing")
        .setParameter(2, run.value())
        .setParameter(3, part.part())
        .setParameter(4, part.first())
        .setParameter(5, part.last())
        .setParameter(6, part.tasksPerProject())
        .executeUpdate();
  }

  public List<SeedPart> parts(TenantId tenant, JobRunId run) {
    List<?> rows =
        query(
                tenant,
                "select part, first_project, last_project, tasks_per_project, next_project,"
                    + " projects, tasks from demo_seed_part"
                    + " where tenant_id = ?1 and run_id = ?2 order by part")
            .setParameter(2, run.value())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(DemoRepository::part).toList();
  }

  private static SeedPart part(Object[] row) {
    return new SeedPart(
        number(row[0]),
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        ((Number) row[5]).longValue(),
        ((Number) row[6]).longValue());
  }

  /** The part goes on from where it was; false when another execution has been there. */
  public boolean advance(TenantId tenant, JobRunId run, SeedPart before, SeedPart after) {
    return query(
                tenant,
                "update demo_seed_part set next_project = ?4, projects = ?5, tasks = ?6"
                    + " where tenant_id = ?1 and run_id = ?2 and part = ?3 and next_project = ?7")
            .setParameter(2, run.value())
            .setParameter(3, before.part())
            .setParameter(4, after.next())
            .setParameter(5, after.projects())
            .setParameter(6, after.tasks())
            .setParameter(7, before.next())
            .executeUpdate()
        > 0;
  }

  /** True the first time. */
  public boolean announce(TenantId tenant, JobRunId run) {
    return query(
                tenant,
                "update demo_seed_part set announced_at = now() where tenant_id = ?1"
                    + " and run_id = ?2 and announced_at is null")
            .setParameter(2, run.value())
            .executeUpdate()
        > 0;
  }

  private Query query(TenantId tenant, String sql) {
    return em.createNativeQuery(sql).setParameter(1, tenant.value());
  }

  private static int number(Object column) {
    return ((Number) column).intValue();
  }

  private static Instant instant(Object column) {
    return column instanceof OffsetDateTime time
        ? time.toInstant()
        : ((Timestamp) column).toInstant();
  }
}
