package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.flags.FlagChangeDetails;
import org.freehold.flags.FlagChangeId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;

/** What was done to the flags of one tenant. */
@ApplicationScoped
public class HistoryRepository {
  @PersistenceContext private EntityManager em;
  @Inject private PeopleRepository people;

  public void add(FlagChange change) {
    em.persist(change);
  }

  public boolean has(TenantId tenant, String flag) {
    return em.createQuery(
                "select count(c.id) from FlagChange c where c.tenantId = :tenant and c.flag = :flag",
                Long.class)
            .setParameter("tenant", tenant.value())
            .setParameter("flag", flag)
            .getSingleResult()
        > 0;
  }

  /** The newest first. */
  public Page<FlagChangeDetails> list(TenantId tenant, String flag, PageRequest page) {
    Sort sort = Sort.of(page.sort(), List.of("-at"));
    Page<FlagChange> found =
        new ListQuery<>(FlagChange.class, "select c from FlagChange c", "c.id", FlagChange::id)
            .where("c.tenantId = :tenant", "tenant", tenant.value())
            .where("c.flag = :flag", "flag", flag)
            .page(
                em,
                page,
                sort,
                new ListQuery.Column<>("c.at", Instant::parse, FlagChange::at),
                change -> change);
    Map<UUID, String> names =
        people.emails(tenant, found.items().stream().map(FlagChange::actorId).toList());
    return new Page<>(
        found.items().stream().map(change -> change.details(names)).toList(), found.next());
  }

  /** The newest, or the one that is asked for. */
  public Optional<FlagChange> find(TenantId tenant, String flag, FlagChangeId id) {
    TypedQuery<FlagChange> query =
        em.createQuery(
                "select c from FlagChange c where c.tenantId = :tenant and c.flag = :flag"
                    + (id == null ? "" : " and c.id = :id")
                    + " order by c.at desc, c.id desc",
                FlagChange.class)
            .setParameter("tenant", tenant.value())
            .setParameter("flag", flag)
            .setMaxResults(1);
    if (id != null) {
      query.setParameter("id", id.value());
    }
    return query.getResultStream().findFirst();
  }
}
