package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Plans: a PLATFORM table, the same for everybody; services say who may ask. */
@ApplicationScoped
public class PlanRepository {
  @PersistenceContext private EntityManager em;

  public void add(Plan plan) {
    em.persist(plan);
    em.flush();
  }

  /** The database refuses one that a tenant has. */
  public void remove(Plan plan) {
    em.remove(plan);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<Plan> byId(String id) {
    return Optional.ofNullable(em.find(Plan.class, id));
  }

  /** Nobody else changes it until the transaction ends. */
  public Optional<Plan> locked(String id) {
    return Optional.ofNullable(em.find(Plan.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public List<Plan> all() {
    return em.createQuery("select p from Plan p", Plan.class).getResultList();
  }
}
