package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Templates of operators: a PLATFORM table, the same for everybody. */
@ApplicationScoped
public class TemplateRepository {
  @PersistenceContext private EntityManager em;

  /** False when the version is there already. */
  public boolean add(TemplateDocument template, Instant now) {
    return em.createNativeQuery(
                "insert into control.template (id, version, document, digest, created_at)"
                    + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
            .setParameter(1, template.id())
            .setParameter(2, template.version().toString())
            .setParameter(3, template.text())
            .setParameter(4, template.digest())
            .setParameter(5, Timestamp.from(now))
            .executeUpdate()
        == 1;
  }

  public boolean remove(String id, String version) {
    return em.createNativeQuery("delete from control.template where id = ?1 and version = ?2")
            .setParameter(1, id)
            .setParameter(2, version)
            .executeUpdate()
        == 1;
  }

  public long count() {
    return ((Number)
            em.createNativeQuery("select count(*) from control.template").getSingleResult())
        .longValue();
  }

  @SuppressWarnings("unchecked")
  public List<TemplateDocument> all() {
    List<String> texts =
        em.createNativeQuery("select document from control.template").getResultList();
    return texts.stream().map(TemplateDocument::stored).toList();
  }

  @SuppressWarnings("unchecked")
  public List<TemplateDocument> versions(String id) {
    List<String> texts =
        em.createNativeQuery("select document from control.template where id = ?1")
            .setParameter(1, id)
            .getResultList();
    return texts.stream().map(TemplateDocument::stored).toList();
  }
}
