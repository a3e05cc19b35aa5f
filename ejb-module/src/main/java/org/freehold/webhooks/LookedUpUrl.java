package org.freehold.webhooks;

import java.util.Objects;
import org.freehold.platform.Stale;

/**
 * The URL of an endpoint whose host {@link EndpointChanges} has looked up, or null, and whether a
 * receiver there must agree before it is called.
 */
public final class LookedUpUrl {
  private final String url;
  private final boolean demandsConsent;

  LookedUpUrl(String url, boolean demandsConsent) {
    this.url = url;
    this.demandsConsent = demandsConsent;
  }

  static LookedUpUrl none() {
    return new LookedUpUrl(null, false);
  }

  /** {@link Stale} when somebody named another URL meanwhile. */
  boolean demandsConsent(String needed) {
    if (!Objects.equals(url, needed)) {
      throw new Stale();
    }
    return demandsConsent;
  }
}
