package org.freehold.platform;

import java.util.Objects;

/**
 * Who calls, for which tenant, from where: one immutable value, opened by an edge (HTTP filter,
 * tick, message consumer) and closed by it.
 *
 * @param tenant null only where the call needs none (sign-in, health)
 * @param idempotencyKey null when the client sent none
 */
public record CallContext(
    Actor actor,
    TenantRef tenant,
    String requestId,
    String ipAddress,
    String userAgent,
    IdempotencyKey idempotencyKey) {
  public CallContext {
    Objects.requireNonNull(actor);
    Objects.requireNonNull(requestId);
  }

  /** What a component of ours does for a tenant, with nobody asking. */
  public static CallContext system(String component, TenantRef tenant) {
    return new CallContext(
        Actor.system(component), tenant, Uuid7.next().toString(), null, null, null);
  }

  /** The same call, now that it is known what its Idempotency-Key stands for. */
  public CallContext keyStandingFor(byte[] requestHash) {
    return with(new IdempotencyKey(idempotencyKey.key(), requestHash));
  }

  /** The same call with a key that came in its body. */
  public CallContext with(IdempotencyKey key) {
    return new CallContext(actor, tenant, requestId, ipAddress, userAgent, key);
  }

  public TenantRef requireTenant() {
    if (tenant == null) {
      throw new TenantRequired();
    }
    return tenant;
  }

  /** {@link NotAllowed} when an API key calls: for the part of a call that is a person's to do. */
  public void requirePerson() {
    if (actor.kind() == Actor.Kind.API_KEY) {
      throw NotAllowed.peopleOnly();
    }
  }

  /** {@link NotAllowed} when a visitor with a portal link calls. */
  public void requireNoVisitor() {
    if (actor.key() != null && actor.key().visiting()) {
      throw NotAllowed.portalOnly();
    }
  }

  public TenantId tenantId() {
    return requireTenant().id();
  }
}
