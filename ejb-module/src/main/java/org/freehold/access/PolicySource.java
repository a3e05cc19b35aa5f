package org.freehold.access;

import java.util.List;
import org.freehold.engine.access.Policy;
import org.freehold.platform.TenantId;

/** The policies that count in a tenant. Found by CDI. */
public interface PolicySource {
  /** Those that are enabled, whatever their dates. */
  List<Policy> enabled(TenantId tenant);
}
