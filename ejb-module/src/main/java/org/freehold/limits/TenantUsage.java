package org.freehold.limits;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.limits.internal.UsageReader;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SystemCall;

/** What the tenant uses. Costs the same few statements however much that is. */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class TenantUsage {
  @Inject private UsageReader usage;

  @RequiresPermission("usage:read")
  public Usage usage() {
    return usage.of(CurrentCall.get().requireTenant());
  }

  /** The same for features that compare it with a plan. */
  @SystemCall
  public Usage ofTenant() {
    return usage.of(CurrentCall.get().requireTenant());
  }
}
