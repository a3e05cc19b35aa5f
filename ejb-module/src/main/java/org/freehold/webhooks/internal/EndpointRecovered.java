package org.freehold.webhooks.internal;

import org.freehold.webhooks.WebhookEndpointId;

/** An endpoint that failed answers again, or one that was not called is enabled again. */
public record EndpointRecovered(WebhookEndpointId endpoint) {}
