package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.webhooks.internal.LedgerBook;

/** Whether every message and every delivery is accounted for. */
@Stateless
@Guarded
public class WebhookLedger {
  @Inject private LedgerBook book;

  /** As it is at this moment, with what the checks of the rows found. */
  @RequiresPermission("webhooks:read")
  public LedgerDetails now() {
    return book.now(CurrentCall.tenantId());
  }
}
