package org.freehold.webhooks.internal;

import org.freehold.engine.delivery.WebhookSecret;

/** What to send where: read in one transaction, sent outside of any. */
record Call(String messageId, String body, String url, int timeoutSeconds, WebhookSecret secret) {}
