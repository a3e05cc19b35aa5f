package org.freehold.webhooks.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.webhooks.LedgerFinding;

/** Checks the ledger of a tenant and raises the operator's alarm, or ends it. */
@Stateless
@Guarded
public class LedgerChecks {
  @Inject private LedgerBook book;
  @Inject private LedgerAlarms alarms;
  @Inject private ChangeLog changes;

  /** What the trail keeps of an alarm. */
  public record Unbalanced(List<LedgerFinding> findings) {}

  /** Whether there is more to look at soon; an alarm that is new is on record in the trail. */
  @SystemCall
  @Audited(value = "webhook_ledger.unbalanced", complianceRelevant = true)
  public boolean check() {
    TenantId tenant = CurrentCall.tenantId();
    LedgerBook.Checked checked = book.check(tenant);
    if (alarms.tell(tenant, checked.findings())) {
      changes.about("webhook_ledger", tenant.value()).after(new Unbalanced(checked.findings()));
    } else {
      changes.nothingChanged();
    }
    return checked.goesOn();
  }
}
