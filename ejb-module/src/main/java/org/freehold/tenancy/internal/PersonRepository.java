package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.freehold.platform.UserId;

/** People: a USER table; every look-up is by the person's own key. */
@ApplicationScoped
public class PersonRepository {
  @PersistenceContext private EntityManager em;

  public Person byId(UserId id) {
    return em.find(Person.class, id.value());
  }
}
