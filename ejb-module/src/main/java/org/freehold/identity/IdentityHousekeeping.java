package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Forgets what identity needs no more. Signing keys rotate beside it, in {@link KeyRotation}. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class IdentityHousekeeping {
  @PersistenceContext private EntityManager em;
  @Inject private IdentitySettings settings;
  @Inject private Clock clock;

  /**
   * Deletes sessions that ended a whole life of a session ago, and failures older than the lock;
   * answers how many.
   */
  @SystemCall
  public int forgetExpired() {
    Instant now = clock.instant();
    int sessions =
        em.createNativeQuery("delete from control.session where expires_at < ?1")
            .setParameter(1, Timestamp.from(now.minus(settings.sessionLife())))
            .executeUpdate();
    int failures =
        em.createNativeQuery("delete from control.sign_in_failure where last_failure < ?1")
            .setParameter(1, Timestamp.from(now.minus(settings.lockTime())))
            .executeUpdate();
    return sessions + failures;
  }
}
