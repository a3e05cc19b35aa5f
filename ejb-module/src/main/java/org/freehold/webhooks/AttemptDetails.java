package org.freehold.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * One HTTP call in the list of all of them.
 *
 * @param id in the order in which they were recorded
 * @param endpointId null for one whose delivery is forgotten
 * @param type of the message; null like {@code endpointId}
 * @param number from 1; null for one that failed through no fault of the receiver and counts for
 *     nothing
 * @param statusCode of the answer; null when there was none
 * @param error the class of what went wrong; null for an answer of 2xx
 * @param ipAddress that was called, as far as there was one
 * @param responseExcerpt the beginning of the answer's body
 * @param node the process that called
 */
public record AttemptDetails(
    UUID id,
    DeliveryId deliveryId,
    WebhookEndpointId endpointId,
    String type,
    Integer number,
    Instant attemptedAt,
    Integer statusCode,
    DeliveryError error,
    int durationMs,
    String ipAddress,
    String responseExcerpt,
    String node) {}
