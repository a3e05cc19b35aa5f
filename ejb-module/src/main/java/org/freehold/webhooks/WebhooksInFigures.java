package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.webhooks.internal.WebhookRepository;

/** Counts of the tenant's endpoints and deliveries. */
@Stateless
@Guarded
public class WebhooksInFigures {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);

  @Inject private WebhookRepository webhooks;
  @Inject private Clock clock;

  @RequiresPermission("webhooks:read")
  public WebhookFigures figures() {
    return webhooks.figures(CurrentCall.tenantId(), clock.instant().minus(LOOKED_BACK));
  }
}
