package org.freehold.access;

import java.util.List;
import org.freehold.platform.TenantId;

/** Permissions that a tenant has beside the built-in ones, from another feature. Found by CDI. */
public interface OwnPermissions {
  /** As in {@code record:view}; in an order that stays when more are added. */
  List<String> of(TenantId tenant);
}
