package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.Invalid;
import org.freehold.webhooks.WebhookEndpoints;

/** The endpoints that a blueprint wishes for. */
@ApplicationScoped
public class WebhookWishes {
  @Inject private WebhookEndpoints webhooks;

  /** {@link Invalid} at the first that cannot be made. */
  public void require(Blueprint blueprint) {
    for (int i = 0; i < blueprint.webhooks().size(); i++) {
      try {
        webhooks.requireCreatable(blueprint.webhooks().get(i));
      } catch (Invalid e) {
        throw Blueprint.refused(e, "/webhooks/" + i);
      }
    }
  }
}
