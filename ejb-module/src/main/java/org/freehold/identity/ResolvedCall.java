package org.freehold.identity;

import org.freehold.platform.Actor;
import org.freehold.platform.TenantRef;

/**
 * Whom a request comes from and which tenant it is for.
 *
 * @param tenant null when the request names none and none follows from the caller
 * @param requestsPerHour the limit of the key that came with the request; null: there was none
 */
public record ResolvedCall(Actor actor, TenantRef tenant, Integer requestsPerHour) {
  public ResolvedCall(Actor actor, TenantRef tenant) {
    this(actor, tenant, null);
  }
}
