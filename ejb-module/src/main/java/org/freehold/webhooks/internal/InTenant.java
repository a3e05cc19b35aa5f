package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.NotNow;
import org.freehold.webhooks.internal.DueClaims.Back;

/**
 * Does the work on claimed rows of a tenant inside the tenant. When it fails, they are given back,
 * to be tried later and later: the failure is ours, and none of the receiver's attempts.
 */
@ApplicationScoped
public class InTenant {
  private static final Logger LOG = System.getLogger(InTenant.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  @Inject private TenantDirectory tenants;
  @Inject private DueClaims claims;
  @Inject private Clock clock;
  private final RecentTenants recent =
      new RecentTenants(id -> tenants.byId(id).orElseThrow(), System::nanoTime);

  /** False when it failed and the rows were given back. */
  boolean tenantOr(TenantId tenant, List<Claimed> rows, Runnable work) {
    boolean done = tenant(tenant, work);
    if (!done) {
      giveBack(rows);
    }
    return done;
  }

  /** The same with the tenant as it is now, and not a second ago: its plan may have changed. */
  boolean tenantAsItIsOr(TenantId tenant, List<Claimed> rows, Runnable work) {
    recent.forget(tenant);
    return tenantOr(tenant, rows, work);
  }

  /** False when it failed, which is told here. */
  boolean tenant(TenantId tenant, Runnable work) {
    try {
      CallContext call = CallContext.system("webhooks", recent.byId(tenant));
      CurrentCall.within(
          call,
          () -> {
            work.run();
            return null;
          });
      return true;
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "Webhooks of tenant " + tenant.value() + " failed", e);
      return false;
    }
  }

  /** To be tried later. */
  void giveBack(List<Claimed> rows) {
    orLeaveToLease(
        () -> claims.giveBack(rows.stream().map(row -> later(row, clock.instant())).toList()));
  }

  /** Gives rows back; when that fails, the end of their lease does it. */
  void orLeaveToLease(Runnable giveBack) {
    try {
      giveBack.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Webhooks could not be given back; the end of their lease does it", e);
    }
  }

  /** A row that something of ours was in the way of; the more often, the later again. */
  static Back later(Claimed row, Instant now) {
    return new Back(row, now.plus(NotNow.pause(FIRST_PAUSE, row.failures() + 1)), true);
  }
}
