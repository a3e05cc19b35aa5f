package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.flags.FlagScheduleDetails;
import org.freehold.flags.FlagScheduleId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The planned changes of one tenant's flags. */
@ApplicationScoped
public class ScheduleRepository {
  @PersistenceContext private EntityManager em;
  @Inject private PeopleRepository people;

  public void add(FlagSchedule schedule) {
    em.persist(schedule);
    em.flush();
  }

  public void remove(FlagSchedule schedule) {
    em.remove(schedule);
    em.flush();
  }

  public Optional<FlagSchedule> byId(TenantId tenant, FlagScheduleId id) {
    return Optional.ofNullable(em.find(FlagSchedule.class, new TenantRowKey(tenant, id.value())));
  }

  /** Nobody else changes it until the transaction ends. */
  public Optional<FlagSchedule> locked(TenantId tenant, FlagScheduleId id) {
    return Optional.ofNullable(
        em.find(
            FlagSchedule.class,
            new TenantRowKey(tenant, id.value()),
            LockModeType.PESSIMISTIC_WRITE));
  }

  public long planned(TenantId tenant, UUID flag) {
    return em.createQuery(
            "select count(s.id) from FlagSchedule s where s.tenantId = :tenant"
                + " and s.flagId = :flag and s.status = 'planned'",
            Long.class)
        .setParameter("tenant", tenant.value())
        .setParameter("flag", flag)
        .getSingleResult();
  }

  /** By the time at which they are due. */
  public Page<FlagScheduleDetails> list(TenantId tenant, Flag flag, PageRequest page) {
    Sort sort = Sort.of(page.sort(), List.of("at"));
    Page<FlagSchedule> found =
        new ListQuery<>(
                FlagSchedule.class,
                "select s from FlagSchedule s",
                "s.id",
                (FlagSchedule schedule) -> schedule.id().value())
            .where("s.tenantId = :tenant", "tenant", tenant.value())
            .where("s.flagId = :flag", "flag", flag.id())
            .page(
                em,
                page,
                sort,
                new ListQuery.Column<>("s.dueAt", Instant::parse, FlagSchedule::dueAt),
                schedule -> schedule);
    Map<UUID, String> names =
        people.emails(tenant, found.items().stream().map(FlagSchedule::actorId).toList());
    return new Page<>(
        found.items().stream().map(one -> one.details(flag.key(), names)).toList(), found.next());
  }
}
