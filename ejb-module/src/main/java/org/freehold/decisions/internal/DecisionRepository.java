package org.freehold.decisions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.freehold.decisions.DecisionThingDetails;
import org.freehold.decisions.Named;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;

/** The types and things of one tenant that are another system's. */
@ApplicationScoped
public class DecisionRepository {
  private static final List<String> OLDEST_FIRST = List.of("created_at");

  @PersistenceContext private EntityManager em;

  public void add(DecisionType type) {
    em.persist(type);
    em.flush();
  }

  public void add(DecisionThing thing) {
    em.persist(thing);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public void remove(DecisionType type) {
    em.remove(type);
    em.flush();
  }

  public void remove(DecisionThing thing) {
    em.remove(thing);
    em.flush();
  }

  public Optional<DecisionType> type(TenantId tenant, String name) {
    return Optional.ofNullable(
        em.find(DecisionType.class, new DecisionTypeKey(tenant.value(), name)));
  }

  public List<DecisionType> types(TenantId tenant) {
    return em.createQuery(
            "select t from DecisionType t where t.tenantId = :tenant order by t.name",
            DecisionType.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  /**
   * What can be done to them, by column: an entity that the transaction has read before would be as
   * it was then.
   */
  @SuppressWarnings("unchecked")
  List<String> permissions(TenantId tenant) {
    return em.createQuery(
            "select t.name, t.actions from DecisionType t where t.tenantId = :tenant"
                + " order by t.name",
            Object[].class)
        .setParameter("tenant", tenant.value())
        .getResultStream()
        .flatMap(row -> ((List<String>) row[1]).stream().map(action -> row[0] + ":" + action))
        .toList();
  }

  public Optional<DecisionThing> thing(TenantId tenant, String type, String externalId) {
    return things(tenant, List.of(type), List.of(externalId)).stream().findFirst();
  }

  /** Those that are known of any of the types and any of the ids, in no order. */
  public List<DecisionThing> things(
      TenantId tenant, Collection<String> types, Collection<String> externalIds) {
    return em.createQuery(
            "select t from DecisionThing t where t.tenantId = :tenant and t.type in :types"
                + " and t.externalId in :ids",
            DecisionThing.class)
        .setParameter("tenant", tenant.value())
        .setParameter("types", types)
        .setParameter("ids", externalIds)
        .getResultList();
  }

  /** Of the type, by their ids, from behind one of them. */
  List<Named> thingsAfter(TenantId tenant, String type, String after, int most) {
    return em.createQuery(
            "select t from DecisionThing t where t.tenantId = :tenant and t.type = :type"
                + " and t.externalId > :after order by t.externalId",
            DecisionThing.class)
        .setParameter("tenant", tenant.value())
        .setParameter("type", type)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultStream()
        .map(DecisionThing::named)
        .toList();
  }

  /** The tenant's people who are active, by their ids. */
  Stream<Named> peopleAfter(TenantId tenant, String after, int most) {
    List<?> ids =
        em.createNativeQuery(
                "select user_id::text from membership where tenant_id = ?1 and active"
                    + " and user_id::text collate \"C\" > ?2 order by user_id::text collate \"C\"")
            .setParameter(1, tenant.value())
            .setParameter(2, after)
            .setMaxResults(most)
            .getResultList();
    return ids.stream().map(id -> new Named(Judge.USER, (String) id, Map.of()));
  }

  public long countThings(TenantId tenant) {
    return em.createQuery(
            "select count(t.id) from DecisionThing t where t.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }

  public Page<DecisionThingDetails> list(TenantId tenant, String type, PageRequest page) {
    return new ListQuery<>(
            DecisionThing.class, "select t from DecisionThing t", "t.id", DecisionThing::id)
        .where("t.tenantId = :tenant", "tenant", tenant.value())
        .whereGiven("t.type = :type", "type", type)
        .page(
            em,
            page,
            Sort.of(page.sort(), OLDEST_FIRST),
            new ListQuery.Column<>("t.createdAt", Instant::parse, DecisionThing::createdAt),
            DecisionThing::details);
  }
}
