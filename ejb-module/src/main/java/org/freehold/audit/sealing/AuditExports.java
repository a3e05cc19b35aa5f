package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.audit.sealing.internal.BundleMaker;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
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
  /** As often as retention may come in between. */
  private static final int MOST_TRIES = 3;

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
    for (int tries = 1; ; tries++) {
      BundleMaker.Extent extent = extent(tenant, period);
      AuditBundle bundle = maker.make(tenant, period, extent);
      if (!maker.isOvertaken(tenant, extent)) {
        changes
            .about("audit_log", null)
            .after(
                new Exported(text(period.from()), text(period.to()), extent.begin(), extent.end()));
        return bundle;
      }
      delete(bundle);
      if (tries == MOST_TRIES) {
        throw new Conflict(
            "retention_at_work",
            "Retention removes events of this trail just now, and the bundle would read as if somebody else had.",
            "Export again in some minutes.");
      }
    }
  }

  private BundleMaker.Extent extent(TenantRef tenant, AuditPeriod period) {
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
    return extent;
  }

  private static void delete(AuditBundle bundle) {
    try {
      Files.delete(bundle.file());
    } catch (IOException e) {
      throw new UncheckedIOException("A bundle that is made again cannot be deleted", e);
    }
  }

  private static String text(Object time) {
    return time == null ? null : time.toString();
  }
}
