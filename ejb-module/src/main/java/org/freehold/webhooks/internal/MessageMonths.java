package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.OptionalInt;

/** The months of messages, deliveries and attempts, of all tenants together. */
@ApplicationScoped
public class MessageMonths {
  @PersistenceContext private EntityManager em;

  /**
   * Drops those that are wholly older and makes those that come, through a function of the owner of
   * the tables; answers how many were dropped. It waits a minute for tables that others use, and
   * answers nothing when they are in use then: another night will do.
   */
  public OptionalInt renew(int keepDays) {
    Number dropped =
        (Number)
            em.createNativeQuery("select renew_message_partitions(?1)")
                .setParameter(1, keepDays)
                .getSingleResult();
    return dropped == null ? OptionalInt.empty() : OptionalInt.of(dropped.intValue());
  }

  /** Forgets how fast endpoints were called that nobody has called for a day. */
  public void forgetRates() {
    em.createNativeQuery(
            "delete from control.endpoint_rate where free_at < now() - interval '1 day'")
        .executeUpdate();
  }
}
