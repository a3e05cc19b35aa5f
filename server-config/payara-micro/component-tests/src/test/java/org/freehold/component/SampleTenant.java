package org.freehold.component;

import java.util.UUID;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;

/** A tenant of a test, with its owner and first administrator. */
record SampleTenant(TenantRef ref, UserId owner, String ownerEmail) {
  CallContext asOwner() {
    return as(owner, ownerEmail, null);
  }

  CallContext asOwner(IdempotencyKey key) {
    return as(owner, ownerEmail, key);
  }

  CallContext as(UserId user, String email, IdempotencyKey key) {
    return new CallContext(
        Actor.user(user, email, null),
        ref,
        UUID.randomUUID().toString(),
        "203.0.113.7",
        "component-test",
        key);
  }

  UUID id() {
    return ref.id().value();
  }
}
