package org.freehold.access;

import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.TenantRef;

/** Where refusals are recorded. Found by CDI. */
public interface RefusalSource {
  /** Empty when the tenant has no such refusal, or it was refused for something else. */
  Optional<PastRefusal> find(TenantRef tenant, UUID decision);
}
