package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.webhooks.internal.ReplayDesk;
import org.freehold.webhooks.internal.ReplayRepository;

/** What was sent is sent again, on request. */
@Stateless
@Guarded
public class WebhookReplays {
  @Inject private ReplayDesk desk;
  @Inject private ReplayRepository replays;
  @Inject private ChangeLog changes;

  /** Sends a delivery that has ended once more, at once; the answer is the new one. */
  @RequiresPermission("webhooks:write")
  @Audited("webhook_delivery.replayed")
  public DeliveryDetails replay(DeliveryId id) {
    DeliveryDetails made = desk.again(CurrentCall.get(), id);
    changes.about("webhook_delivery", id.value());
    return made;
  }

  @RequiresPermission("webhooks:read")
  public ReplayPreview preview(ReplayRequest wanted) {
    return desk.preview(CurrentCall.get(), wanted);
  }

  @RequiresPermission("webhooks:write")
  @Audited("webhook_replay.started")
  public ReplayDetails start(ReplayRequest wanted) {
    ReplayDetails replay = desk.start(CurrentCall.get(), wanted);
    changes.about("webhook_replay", replay.id().value()).after(wanted);
    return replay;
  }

  @RequiresPermission("webhooks:read")
  public Page<ReplayDetails> list(PageRequest page) {
    return replays.list(CurrentCall.tenantId(), page);
  }

  @RequiresPermission("webhooks:read")
  public ReplayDetails details(ReplayId id) {
    TenantId tenant = CurrentCall.tenantId();
    return replays.details(tenant, id).orElseThrow(() -> new NotFound("replay"));
  }

  /** What has not been sent yet is not sent. */
  @RequiresPermission("webhooks:write")
  @Audited("webhook_replay.cancelled")
  public ReplayDetails cancel(ReplayId id) {
    ReplayDetails replay = desk.cancel(CurrentCall.tenantId(), id);
    changes.about("webhook_replay", id.value());
    return replay;
  }
}
