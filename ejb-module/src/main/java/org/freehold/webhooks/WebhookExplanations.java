package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.engine.delivery.explain.Explainer;
import org.freehold.engine.delivery.explain.Explanation;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.webhooks.internal.Stories;

/** Answers: why did I not get it? */
@Stateless
@Guarded
public class WebhookExplanations {
  @Inject private Stories stories;

  /** What does not exist, or is another tenant's, is told as unknown. */
  @RequiresPermission("webhooks:read")
  public DeliveryExplanation explain(MessageId message, WebhookEndpointId endpoint) {
    Stories.Told told = stories.of(CurrentCall.tenantId(), message, endpoint);
    Explanation why = Explainer.explain(told.story());
    return new DeliveryExplanation(
        message,
        endpoint,
        told.delivery(),
        why.outcome(),
        why.code(),
        why.sentence(),
        why.checks());
  }
}
