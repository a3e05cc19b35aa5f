package org.freehold.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.audit.internal.AuditFigureReader;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/**
 * Counts of the trail, without what happened in projects that the caller may not know of: an event
 * that the list hides is not counted either.
 */
@Stateless
@Guarded
public class AuditInFigures {
  @Inject private AuditFigureReader reader;
  @Inject private Clock clock;

  @RequiresPermission("audit:read")
  public AuditFigures lastDays() {
    return reader.perDay(CurrentCall.tenantId(), clock.instant());
  }
}
