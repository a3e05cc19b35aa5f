package org.freehold.keys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TenantHints;
import org.freehold.keys.internal.ApiKeyText;
import org.freehold.keys.internal.KeyGate;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.PublicCall;

/**
 * Tells which key a request comes with. A key belongs to one tenant and names it by itself; a
 * request that names another is refused.
 */
@Stateless
@Guarded
@NotAudited("It finds out who calls; what they do is on record.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyResolution {
  @Inject private KeyGate gate;

  /** Whether the bearer token is a key or a portal link, good or not, and no access token. */
  public static boolean isKey(String bearer) {
    return bearer != null && ApiKeyText.isMarked(bearer);
  }

  /**
   * Answers 401 for a key that is not known; one that is over, used from elsewhere or for another
   * tenant is a refused call. {@code address} is the caller's.
   */
  @PublicCall
  public ResolvedCall resolve(String bearer, TenantHints hints, String address) {
    return gate.pass(bearer, hints, address);
  }
}
