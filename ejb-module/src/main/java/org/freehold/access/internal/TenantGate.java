package org.freehold.access.internal;

import org.freehold.platform.NotAllowed;
import org.freehold.platform.TenantRef;

/** What a tenant's status closes, whoever asks. */
public final class TenantGate {
  private TenantGate() {}

  /**
   * A suspended tenant reads and exports; an archived one does nothing here. Null when it is open.
   */
  public static NotAllowed refusal(TenantRef tenant, String permission) {
    if (!tenant.readable()) {
      return NotAllowed.tenantArchived();
    }
    return tenant.writable() || isReading(permission) ? null : NotAllowed.tenantSuspended();
  }

  static boolean isReading(String permission) {
    return permission.endsWith(":read") || permission.endsWith(":export");
  }
}
