package org.freehold.webhooks;

import jakarta.validation.constraints.Size;

/**
 * What to send as a test.
 *
 * @param eventType whose example; {@code webhook.test} when absent
 */
public record EndpointTest(@Size(min = 1, max = 100) String eventType) {}
