package org.freehold.keys.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.freehold.identity.NamedTenant;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TenantConflict;
import org.freehold.identity.TenantHints;
import org.freehold.identity.TenantNaming;
import org.freehold.platform.KeyReach;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotSignedIn;
import org.freehold.platform.Problem;

/** Lets a request with a key pass: known, in time, from an allowed address, for its own tenant. */
@ApplicationScoped
public class KeyGate {
  private final Cache<String, Optional<String>> tenantsOfDomains =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(KnownKeys.BELIEVED).build();

  @Inject private KnownKeys keys;
  @Inject private KeyLookup lookup;
  @Inject private KeyUses uses;
  @Inject private KeySettings settings;
  @Inject private TenantNaming naming;
  @Inject private Clock clock;

  /**
   * The caller, refused when it may not call now, from there, or for that tenant; {@link
   * NotSignedIn} for a key that is not known.
   */
  public ResolvedCall pass(String bearer, TenantHints hints, String address) {
    NamedTenant named = naming.named(hints);
    KeyReach reach = ApiKeyText.reachOf(bearer);
    ApiKeyText text = ApiKeyText.parse(bearer, settings.kind()).orElseThrow(() -> unknown(reach));
    KnownKey key = keys.find(text.hash()).orElseThrow(() -> unknown(reach));
    Instant now = clock.instant();
    if (key.validUntil() != null && !key.validUntil().isAfter(now)) {
      return refused(key, reach == KeyReach.API ? expired() : portalOver());
    }
    try {
      requireOwn(key, named);
    } catch (TenantConflict conflict) {
      return refused(key, conflict);
    }
    uses.count(key, now);
    if (!key.addresses().allows(address)) {
      return refused(key, elsewhere());
    }
    Integer limit = key.requestsPerHour();
    return new ResolvedCall(
        key.actor(), key.tenant(), limit == null ? settings.requestsPerHour() : limit, null);
  }

  private static ResolvedCall refused(KnownKey key, Problem refusal) {
    return ResolvedCall.refused(key.actor(), key.tenant(), refusal);
  }

  private void requireOwn(KnownKey key, NamedTenant named) {
    named.requireSame(key.tenant().slug());
    if (named.domain() != null) {
      tenantsOfDomains
          .get(named.domain(), lookup::tenantOfDomain)
          .ifPresent(slug -> new NamedTenant(slug, null).requireSame(key.tenant().slug()));
    }
  }

  static NotSignedIn unknown(KeyReach reach) {
    return reach == KeyReach.API ? unknownKey() : portalOver();
  }

  private static NotSignedIn portalOver() {
    return new NotSignedIn(
        "portal_over",
        "The portal link is not known here, or its time is over.",
        "Ask whoever gave it to you for a new one.");
  }

  private static NotSignedIn unknownKey() {
    return new NotSignedIn(
        "invalid_api_key",
        "The API key is not one of this installation, or was revoked.",
        "Look for a character that was lost; an administrator of the tenant can make a new key.");
  }

  private static NotSignedIn expired() {
    return new NotSignedIn(
        "api_key_expired",
        "The API key has expired.",
        "Somebody who may make keys can make a new one, or give this one more time.");
  }

  private static NotAllowed elsewhere() {
    return NotAllowed.because(
        "ip_not_allowed",
        "The API key may not be used from this address.",
        "Call from an address in the key's allowed_ips, or have it added there.");
  }
}
