package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.SelfCall;

/** The caller's own sessions: seen and ended. An ended one is refused from the next request on. */
@Stateless
@Guarded
public class Sessions {
  @PersistenceContext private EntityManager em;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** The newest two hundred that are alive. */
  @SelfCall
  @PeopleOnly
  @NotAudited("It only reads.")
  public Page<SessionDetails> list() {
    UUID current = CurrentCall.get().actor().session();
    List<?> rows =
        em.createNativeQuery(
                "select id, created_at, last_used_at, expires_at, ip_address, user_agent from control.session"
                    + " where user_id = ?1 and revoked_at is null and expires_at > ?2 order by id desc limit 200")
            .setParameter(1, CurrentCall.get().actor().userId().value())
            .setParameter(2, Timestamp.from(clock.instant()))
            .getResultList();
    return new Page<>(
        rows.stream().map(Object[].class::cast).map(r -> details(r, current)).toList(), null);
  }

  /** The one that the caller asks with. */
  @SelfCall
  @PeopleOnly
  @NotAudited("It only reads.")
  public SessionDetails current() {
    UUID current = CurrentCall.get().actor().session();
    List<?> rows =
        em.createNativeQuery(
                "select id, created_at, last_used_at, expires_at, ip_address, user_agent from control.session"
                    + " where id = ?1 and user_id = ?2")
            .setParameter(1, current)
            .setParameter(2, CurrentCall.get().actor().userId().value())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> details(row, current))
        .findFirst()
        .orElseThrow(() -> new NotFound("session"));
  }

  private static SessionDetails details(Object[] row, UUID current) {
    return new SessionDetails(
        new SessionId((UUID) row[0]),
        ((Timestamp) row[1]).toInstant(),
        ((Timestamp) row[2]).toInstant(),
        ((Timestamp) row[3]).toInstant(),
        (String) row[4],
        (String) row[5],
        row[0].equals(current));
  }

  @SelfCall
  @PeopleOnly
  @Audited(value = "session.revoked", complianceRelevant = true)
  public void revoke(SessionId id) {
    int revoked =
        em.createNativeQuery(
                "update control.session set revoked_at = ?1 where id = ?2 and user_id = ?3 and revoked_at is null")
            .setParameter(1, Timestamp.from(clock.instant()))
            .setParameter(2, id.value())
            .setParameter(3, CurrentCall.get().actor().userId().value())
            .executeUpdate();
    if (revoked == 0) {
      throw new NotFound("session");
    }
    changes.about("session", id.value());
  }
}
