package org.freehold.webhooks.internal;

import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.webhooks.WebhookEndpointId;

/** What to send where: read in one transaction, sent outside of any. */
record Call(
    String messageId,
    String body,
    WebhookEndpointId endpoint,
    String url,
    int timeoutSeconds,
    WebhookSecret secret) {}
