package org.freehold.platform;

import java.util.Optional;

/** The port through which components find a tenant before they enter it. */
public interface TenantDirectory {
  Optional<TenantRef> byId(TenantId id);
}
