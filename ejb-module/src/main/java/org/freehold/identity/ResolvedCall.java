package org.freehold.identity;

import org.freehold.platform.Actor;
import org.freehold.platform.Problem;
import org.freehold.platform.TenantRef;

/**
 * Whom a request comes from and which tenant it is for.
 *
 * @param tenant null when the request names none and none follows from the caller
 * @param requestsPerHour the limit of the key that came with the request; null: there was none
 * @param refusal why the request goes no further although its caller is known; the tenant is then
 *     the one whose trail tells of it. Null: it goes on
 */
public record ResolvedCall(
    Actor actor, TenantRef tenant, Integer requestsPerHour, Problem refusal) {
  public ResolvedCall(Actor actor, TenantRef tenant) {
    this(actor, tenant, null, null);
  }

  /** Known, and turned away. */
  public static ResolvedCall refused(Actor actor, TenantRef tenant, Problem refusal) {
    return new ResolvedCall(actor, tenant, null, refusal);
  }
}
