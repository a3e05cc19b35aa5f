package org.freehold.identity;

import org.freehold.platform.Actor;
import org.freehold.platform.TenantRef;

/**
 * Whom a request comes from and which tenant it is for.
 *
 * @param tenant null when the request names none and none follows from the caller
 */
public record ResolvedCall(Actor actor, TenantRef tenant) {}
