package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.freehold.identity.internal.AccessTokens;
import org.freehold.identity.internal.PasswordCheck;
import org.freehold.identity.internal.RefreshRecords;
import org.freehold.identity.internal.SignInRecords;
import org.freehold.identity.internal.TokenMaker;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RefusalNotices;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.TooMany;
import org.freehold.platform.UserId;

/**
 * Sign-in with a password, and refreshing what it gave. Wrong address, wrong password and no
 * account answer alike and take alike long; after too many failures the address is locked for a
 * while, whether anybody has it or not. No transaction is open while a password is hashed.
 */
@Stateless
@Guarded
@NotAudited(
    "What comes of it is on record as user.signed_in, user.sign_in_refused, session.refreshed or session.revoked.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {
  @Inject private SignInRecords records;
  @Inject private RefreshRecords refreshes;
  @Inject private PasswordCheck passwords;
  @Inject private AccessTokens tokens;
  @Inject private TokenMaker maker;
  @Inject private TenantDirectory tenants;
  @Inject private TenantNaming naming;
  @Inject private RefusalNotices notices;
  @Inject private IdentitySettings settings;
  @Inject private Clock clock;

  @PublicCall
  public SignedIn login(Login login, TenantHints hints) {
    String email = login.email().strip().toLowerCase(Locale.ROOT);
    Optional<SignInRecords.Account> account = records.account(email);
    UUID user = account.map(SignInRecords.Account::user).orElse(null);
    List<SignInRecords.Home> homes = records.homes(user, naming.named(hints));
    requireUnlocked(email, user, home(homes));
    if (!passwords.matches(login.password(), account)) {
      inTenant(home(homes), Actor.NOBODY, () -> records.failed(email, user));
      throw new NotSignedIn(
          "invalid_credentials",
          "The email address or the password is wrong.",
          "After "
              + settings.failuresBeforeLock()
              + " failures the address is locked for a while.");
    }
    return signedIn(account.orElseThrow(), homes);
  }

  private void requireUnlocked(String email, UUID user, TenantId home) {
    Optional<Instant> until = records.lockedUntil(email);
    if (until.isPresent()) {
      String address = CurrentCall.get().ipAddress();
      if (notices.isNews(home, user, "locked " + (user == null ? email : ""), address)) {
        inTenant(home, Actor.NOBODY, () -> records.refusedWhileLocked(user));
      }
      long seconds = Math.max(1, Duration.between(clock.instant(), until.get()).toSeconds());
      throw new TooMany(
          "sign_in_locked",
          "There were too many failed sign-ins for this address.",
          "Wait, then try again; Retry-After says how many seconds.",
          seconds);
    }
  }

  private SignedIn signedIn(SignInRecords.Account account, List<SignInRecords.Home> homes) {
    String refreshToken = maker.refreshToken();
    Actor actor = Actor.user(new UserId(account.user()), account.email(), null);
    UUID[] session = new UUID[1];
    inTenant(home(homes), actor, () -> session[0] = records.succeeded(account, refreshToken));
    return new SignedIn(
        tokens.issue(account.user(), session[0]),
        "Bearer",
        settings.accessTokenLife().toSeconds(),
        refreshToken,
        new SignedIn.Person(new UserId(account.user()), account.email(), account.name()),
        homes.stream()
            .map(h -> new SignedIn.Home(new TenantId(h.tenant()), h.slug(), h.name()))
            .toList());
  }

  /**
   * The trail that a sign-in belongs to: of the tenant that the request names, when the person is
   * in it, else of the only tenant of the person, else the platform's.
   */
  private static TenantId home(List<SignInRecords.Home> homes) {
    return homes.stream()
        .filter(home -> home.named() || homes.size() == 1)
        .findFirst()
        .map(home -> new TenantId(home.tenant()))
        .orElse(TenantId.PLATFORM);
  }

  @PublicCall
  public Refreshed refresh(String token, TenantHints hints) {
    RefreshRecords.Holder holder = refreshes.holder(token).orElseThrow(SignIn::unknownToken);
    Actor actor = Actor.user(new UserId(holder.user()), holder.email(), holder.session());
    TenantId home = home(records.homes(holder.user(), naming.named(hints)));
    if (holder.alive() && holder.reused()) {
      inTenant(home, actor, () -> refreshes.revokeFamily(holder));
    }
    String next = maker.refreshToken();
    boolean[] rotated = new boolean[1];
    if (holder.alive() && !holder.reused()) {
      inTenant(home, actor, () -> rotated[0] = refreshes.rotate(holder, token, next));
    }
    if (!rotated[0]) {
      throw unknownToken();
    }
    return new Refreshed(
        tokens.issue(holder.user(), holder.session()),
        "Bearer",
        settings.accessTokenLife().toSeconds(),
        next);
  }

  private static NotSignedIn unknownToken() {
    return new NotSignedIn(
        "invalid_refresh_token",
        "The refresh token is unknown, used, expired or revoked.",
        "Sign in again.");
  }

  private void inTenant(TenantId id, Actor actor, Runnable work) {
    TenantRef tenant = tenants.byId(id).orElseThrow();
    CallContext call = CurrentCall.get();
    CallContext inside =
        new CallContext(actor, tenant, call.requestId(), call.ipAddress(), call.userAgent(), null);
    try (CurrentCall.Scope scope = CurrentCall.open(inside)) {
      java.util.Objects.requireNonNull(scope);
      work.run();
    }
  }
}
