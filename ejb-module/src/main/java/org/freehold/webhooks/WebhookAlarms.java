package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.webhooks.internal.AlarmBoard;

/** What the operator must mend so that webhooks go on; empty when all is well. */
@Stateless
@Guarded
public class WebhookAlarms {
  @Inject private AlarmBoard board;

  /** Of all tenants, the oldest first; at most two hundred. */
  @RequiresPermission("system:read")
  public List<WebhookAlarm> list() {
    if (!CurrentCall.get().requireTenant().isPlatform()) {
      throw new NotFound("platform");
    }
    return board.alarms();
  }
}
