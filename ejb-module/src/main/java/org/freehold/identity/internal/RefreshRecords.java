package org.freehold.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;

/** Rotation of refresh tokens: each is good once, and a second use revokes the whole session. */
@Stateless
public class RefreshRecords {
  /** The session that a refresh token belongs to, as it stands. */
  public record Holder(UUID session, UUID user, String email, boolean alive, boolean reused) {}

  @PersistenceContext private EntityManager em;
  @Inject private SignInRecords signIn;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Whom the token belongs to; empty for a token that was never issued. */
  public Optional<Holder> holder(String token) {
    return find(token, "");
  }

  /**
   * Puts the next token in the place of this one; false when another call was faster or the session
   * is over.
   */
  @Audited("session.refreshed")
  public boolean rotate(Holder holder, String token, String next) {
    Instant now = clock.instant();
    changes.about("session", holder.session());
    Optional<Holder> locked = find(token, " for update of r");
    if (locked.isEmpty() || !locked.get().alive() || locked.get().reused()) {
      changes.refused("refresh_token_used");
      return false;
    }
    em.createNativeQuery("update control.refresh_token set used_at = ?1 where token_hash = ?2")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, RefreshTokens.hash(token))
        .executeUpdate();
    em.createNativeQuery("update control.session set last_used_at = ?1 where id = ?2")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, holder.session())
        .executeUpdate();
    signIn.addRefreshToken(holder.session(), next, now);
    return true;
  }

  /** A token came a second time: somebody has a copy, and nobody can tell who. */
  @Audited(value = "session.revoked", complianceRelevant = true)
  public void revokeFamily(Holder holder) {
    em.createNativeQuery(
            "update control.session set revoked_at = ?1 where id = ?2 and revoked_at is null")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, holder.session())
        .executeUpdate();
    changes.about("session", holder.session()).refused("refresh_token_reused");
  }

  private Optional<Holder> find(String token, String lock) {
    List<?> rows =
        em.createNativeQuery(
                "select s.id, s.user_id, u.email, s.revoked_at is null and s.expires_at > ?2 and u.active,"
                    + " r.used_at is not null from control.refresh_token r"
                    + " join control.session s on s.id = r.session_id"
                    + " join control.app_user u on u.id = s.user_id where r.token_hash = ?1"
                    + lock)
            .setParameter(1, RefreshTokens.hash(token))
            .setParameter(2, Timestamp.from(clock.instant()))
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(
            r ->
                new Holder(
                    (UUID) r[0], (UUID) r[1], (String) r[2], (Boolean) r[3], (Boolean) r[4]));
  }
}
