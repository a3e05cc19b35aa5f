package org.freehold.platform;

import java.util.List;
import java.util.Optional;

/** The port through which components find a tenant before they enter it. */
public interface TenantDirectory {
  Optional<TenantRef> byId(TenantId id);

  Optional<TenantRef> bySlug(String slug);

  /** All tenants, the platform's own included, in the order of their ids. */
  List<TenantRef> all();
}
