package org.freehold.webhooks;

import java.util.List;
import org.freehold.engine.delivery.explain.Explanation;

/**
 * Why a message did or did not reach an endpoint.
 *
 * @param deliveryId of which this is told; null when none was made
 * @param code stable, for programs
 * @param sentence for people
 * @param checks what was looked at, in order; the last that did not pass is the reason
 */
public record DeliveryExplanation(
    MessageId messageId,
    WebhookEndpointId endpointId,
    DeliveryId deliveryId,
    Explanation.Outcome outcome,
    String code,
    String sentence,
    List<Explanation.Check> checks) {}
