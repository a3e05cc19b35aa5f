package org.freehold.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.freehold.audit.internal.AuditEventReader;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.Page;
import org.freehold.platform.Personal;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.PageRequest;

/**
 * Events taken out as a file, page by page, so that neither the number of them nor a slow reader
 * keeps anything in memory or a transaction open.
 */
@Stateless
@Guarded
public class AuditDownloads {
  /** What the trail tells of a download: what was asked for. */
  public record Downloaded(
      String format,
      UserId userId,
      String action,
      String resourceType,
      @Personal String resourceId,
      UUID projectId,
      Instant from,
      Instant to,
      String severity,
      Boolean success,
      @Personal String text) {}

  @Inject private AuditEventReader reader;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /**
   * Puts on record that the caller takes these events out; answers the filter with an end, so that
   * the file does not grow while it is read.
   */
  @RequiresPermission("audit:export")
  @Audited(value = "audit.downloaded", complianceRelevant = true)
  public AuditFilter begin(AuditFilter filter, String format) {
    Instant now = clock.instant();
    boolean open = filter.to() == null || filter.to().isAfter(now);
    AuditFilter closed = filter.until(open ? now : filter.to());
    changes.about("audit_log", null).after(told(closed, format));
    return closed;
  }

  private static Downloaded told(AuditFilter filter, String format) {
    return new Downloaded(
        format,
        filter.userId() == null ? null : new UserId(filter.userId()),
        filter.action(),
        filter.resourceType(),
        filter.resourceId(),
        filter.projectId(),
        filter.from(),
        filter.to(),
        filter.severity(),
        filter.success(),
        filter.text());
  }

  /** The page behind {@code after}, in the order of the list. */
  @RequiresPermission("audit:export")
  @NotAudited("A page of what is on record as audit.downloaded.")
  public Page<AuditEventDetails> page(AuditFilter filter, String after, String sort) {
    return reader.page(
        CurrentCall.get().requireTenant(), filter, new PageRequest(PageRequest.MOST, after, sort));
  }
}
