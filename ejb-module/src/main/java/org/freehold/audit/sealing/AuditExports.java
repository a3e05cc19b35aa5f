package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.audit.sealing.internal.BundleMaker;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantRef;

/**
 * Puts a period of the trail together for auditors, so that they can verify it without the server:
 * also when the trail is damaged, and then above all.
 */
@Stateless
@Guarded
public class AuditExports {
  @Inject private BundleMaker maker;
  @Inject private ChangeLog changes;

  /** What the trail tells of an export. */
  public record Exported(String from, String to, long begin, long end) {}

  /** All events of the period, and none between the first and the last of them left out. */
  @RequiresPermission("audit:export")
  @Audited(value = "audit.exported", complianceRelevant = true)
  public AuditBundle export(AuditPeriod period) {
    if (period.from() != null && period.to() != null && !period.from().isBefore(period.to())) {
      throw Invalid.at("/to", "range", "to must be later than from.");
    }
    TenantRef tenant = CurrentCall.get().requireTenant();
    BundleMaker.Extent extent =
        maker.extent(
            tenant, AuditEventReader.firstId(period.from()), AuditEventReader.firstId(period.to()));
    if (extent.end() - extent.begin() > BundleMaker.MOST_EVENTS) {
      throw Invalid.at(
          "/from",
          "too_many",
          "The period has %d events, and a bundle holds %d: export shorter periods, one after the other."
              .formatted(extent.end() - extent.begin(), BundleMaker.MOST_EVENTS));
    }
    changes
        .about("audit_log", null)
        .after(new Exported(text(period.from()), text(period.to()), extent.begin(), extent.end()));
    return maker.make(tenant, period, extent);
  }

  private static String text(Object time) {
    return time == null ? null : time.toString();
  }
}
