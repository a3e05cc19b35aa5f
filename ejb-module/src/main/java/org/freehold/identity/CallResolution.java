package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.freehold.identity.internal.AccessTokens;
import org.freehold.identity.internal.CallerRepository;
import org.freehold.platform.Actor;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.PublicCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;

/**
 * Tells who sends a request and for which tenant. A tenant that does not exist and one that the
 * caller does not belong to answer alike; what an anonymous caller says of a tenant is not even
 * looked up.
 */
@Stateless
@Guarded
@NotAudited("It finds out who calls; what they do is on record.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallResolution {
  @Inject private AccessTokens tokens;
  @Inject private CallerRepository callers;
  @Inject private TenantNaming naming;

  /**
   * {@code bearer} null: nobody yet. A token that is no good is a {@link NotSignedIn}; somebody who
   * names a tenant that they do not belong to is refused in what they have of their own: their only
   * tenant, else the platform.
   */
  @PublicCall
  public ResolvedCall resolve(String bearer, TenantHints hints) {
    NamedTenant named = naming.named(hints);
    if (bearer == null) {
      return new ResolvedCall(Actor.NOBODY, null);
    }
    AccessTokens.Bearer who = tokens.verify(bearer).orElseThrow(CallResolution::invalidToken);
    CallerRepository.Caller caller =
        callers.find(who, named.slug(), named.domain()).orElseThrow(CallResolution::invalidToken);
    named.requireSame(caller.domainSlug());
    Actor actor = Actor.user(new UserId(who.user()), caller.email(), who.session());
    boolean known = named.slug() != null || caller.domainSlug() != null;
    if (known && caller.tenant() == null) {
      TenantRef home = callers.home(who.user(), false).orElse(TenantRef.PLATFORM);
      return ResolvedCall.refused(actor, home, new NotFound("tenant"));
    }
    return new ResolvedCall(
        actor,
        known ? caller.tenant() : callers.home(who.user(), hints.platformPath()).orElse(null));
  }

  private static NotSignedIn invalidToken() {
    return new NotSignedIn(
        "invalid_token",
        "The access token is not valid, or no longer.",
        "Get a new one with POST /api/auth/refresh, or sign in again.");
  }
}
