package org.freehold.limits;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.limits.internal.IdempotencyKeys;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Forgets the idempotency keys of a tenant that are older than a day. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class ExpiredKeys {
  @Inject private IdempotencyKeys keys;

  /** Answers how many. */
  @SystemCall
  public int forget() {
    return keys.forgetExpired(CurrentCall.tenantId());
  }
}
