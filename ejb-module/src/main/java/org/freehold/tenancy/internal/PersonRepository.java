package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.freehold.platform.UserId;

/** People: a USER table; every look-up is by the person's own key. */
@ApplicationScoped
public class PersonRepository {
  @PersistenceContext private EntityManager em;

  public Person byId(UserId id) {
    return em.find(Person.class, id.value());
  }

  public Optional<Person> byEmail(String email) {
    return em.createQuery("select p from Person p where p.email = :email", Person.class)
        .setParameter("email", Person.normalised(email))
        .getResultStream()
        .findFirst();
  }

  public long countActive() {
    return em.createQuery("select count(p.id) from Person p where p.active = true", Long.class)
        .getSingleResult();
  }

  public void add(Person person) {
    em.persist(person);
    em.flush();
  }
}
