package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.webhooks.SecretRotations;
import org.freehold.webhooks.WebhookEndpointId;

/** Destroys an old secret when the time is over in which it signed beside the new one. */
@ApplicationScoped
public class SecretExpiry implements WorkHandler {
  public static final String KIND = "webhook_secret_expiry";

  @Inject private SecretRotations rotations;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    rotations.expire(new WebhookEndpointId(item.subject()));
  }
}
