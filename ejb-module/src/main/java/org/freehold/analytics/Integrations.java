package org.freehold.analytics;

import org.freehold.keys.ApiKeyFigures;
import org.freehold.webhooks.WebhookFigures;

/**
 * What connects a tenant with other systems. A part is null when the caller may not read what it
 * counts.
 */
public record Integrations(ApiKeyFigures apiKeys, WebhookFigures webhooks) {}
