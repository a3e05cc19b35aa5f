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
import org.freehold.identity.IdentitySettings;
import org.freehold.identity.NamedTenant;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Uuid7;

/**
 * What sign-in reads and writes, each in a transaction of its own: hashing a password must not hold
 * a connection.
 */
@Stateless
public class SignInRecords {
  /** What is known of an address before its password is checked. */
  public record Account(UUID user, String email, String name, String passwordHash) {}

  /**
   * Where a person belongs.
   *
   * @param named whether the request is for it
   */
  public record Home(UUID tenant, String slug, String name, boolean named) {}

  private static final UUID NOBODY = new UUID(0, 0);

  @PersistenceContext private EntityManager em;
  @Inject private IdentitySettings settings;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /**
   * Until when the address is locked; empty when it is not. The same for addresses that do not
   * exist.
   */
  public Optional<Instant> lockedUntil(String email) {
    List<?> rows =
        em.createNativeQuery(
                "select locked_until from control.sign_in_failure where email_hash = ?1 and locked_until > ?2")
            .setParameter(1, RefreshTokens.hash(email))
            .setParameter(2, Timestamp.from(clock.instant()))
            .getResultList();
    return rows.stream().findFirst().map(value -> ((Timestamp) value).toInstant());
  }

  public Optional<Account> account(String email) {
    List<?> rows =
        em.createNativeQuery(
                "select u.id, u.email, u.name, c.password_hash from control.app_user u"
                    + " join control.credential c on c.user_id = u.id where u.email = ?1 and u.active")
            .setParameter(1, email)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(r -> new Account((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]));
  }

  /**
   * The tenants that a person is an active member of, by slug; none of nobody, who is asked for all
   * the same: it takes as long.
   */
  public List<Home> homes(UUID user, NamedTenant named) {
    List<?> rows =
        em.createNativeQuery(
                "select t.id, t.slug, t.name, t.slug = ?2 or exists (select 1 from control.tenant_domain d"
                    + "   where d.tenant_id = t.id and d.domain = ?3 and d.verified_at is not null)"
                    + " from control.user_tenant ut join control.tenant t on t.id = ut.tenant_id"
                    + " where ut.user_id = ?1 order by t.slug limit 1000")
            .setParameter(1, user == null ? NOBODY : user)
            .setParameter(2, named.slug() == null ? "" : named.slug())
            .setParameter(3, named.domain() == null ? "" : named.domain())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(r -> new Home((UUID) r[0], (String) r[1], (String) r[2], (Boolean) r[3]))
        .toList();
  }

  /** Counts a failure and records it; locks the address when there were too many in a row. */
  @Audited(value = "user.sign_in_refused", complianceRelevant = true)
  public void failed(String email, UUID user) {
    Instant now = clock.instant();
    Instant forgiven = now.minus(settings.lockTime());
    em.createNativeQuery(
            "insert into control.sign_in_failure as f (email_hash, failures, last_failure) values (?1, 1, ?2)"
                + " on conflict (email_hash) do update set last_failure = excluded.last_failure,"
                + " failures = case when f.last_failure < ?3 then 1 else f.failures + 1 end,"
                + " locked_until = case when f.last_failure >= ?3 and f.failures + 1 >= ?4 then cast(?5 as timestamptz) end")
        .setParameter(1, RefreshTokens.hash(email))
        .setParameter(2, Timestamp.from(now))
        .setParameter(3, Timestamp.from(forgiven))
        .setParameter(4, settings.failuresBeforeLock())
        .setParameter(5, Timestamp.from(now.plus(settings.lockTime())))
        .executeUpdate();
    changes.about("user", user).refused("invalid_credentials");
  }

  /** Records that somebody tried again while the address is locked. */
  @Audited(value = "user.sign_in_refused", complianceRelevant = true)
  public void refusedWhileLocked(UUID user) {
    changes.about("user", user).refused("sign_in_locked");
  }

  /** Opens a session with its first refresh token. */
  @Audited(value = "user.signed_in", complianceRelevant = true)
  public UUID succeeded(Account account, String refreshToken) {
    CallContext call = CurrentCall.get();
    Instant now = clock.instant();
    UUID session = Uuid7.next();
    em.createNativeQuery("delete from control.sign_in_failure where email_hash = ?1")
        .setParameter(1, RefreshTokens.hash(account.email()))
        .executeUpdate();
    em.createNativeQuery(
            "insert into control.session (id, user_id, created_at, last_used_at, expires_at, ip_address, user_agent)"
                + " values (?1, ?2, ?3, ?3, ?4, ?5, ?6)")
        .setParameter(1, session)
        .setParameter(2, account.user())
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, Timestamp.from(now.plus(settings.sessionLife())))
        .setParameter(5, call.ipAddress())
        .setParameter(6, call.userAgent())
        .executeUpdate();
    addRefreshToken(session, refreshToken, now);
    em.createNativeQuery(
            "update membership set last_login_at = ?1 where tenant_id = ?2 and user_id = ?3")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, call.tenantId().value())
        .setParameter(3, account.user())
        .executeUpdate();
    changes.about("session", session);
    return session;
  }

  public void addRefreshToken(UUID session, String token, Instant now) {
    em.createNativeQuery(
            "insert into control.refresh_token (token_hash, session_id, issued_at, expires_at)"
                + " select ?1, id, ?2, expires_at from control.session where id = ?3")
        .setParameter(1, RefreshTokens.hash(token))
        .setParameter(2, Timestamp.from(now))
        .setParameter(3, session)
        .executeUpdate();
  }
}
