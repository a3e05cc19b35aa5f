package org.freehold.webhooks.internal;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;

/**
 * A row of the queue that this node has under a lease.
 *
 * @param endpoint null for a message that must be spread
 * @param subject the delivery, or the message
 * @param fence rises with every claim: what an old one says changes nothing
 * @param failures of our own in its way so far, not of the receiver
 */
public record Claimed(
    TenantId tenant,
    UUID endpoint,
    UUID subject,
    Lane lane,
    long fence,
    Instant dueAt,
    int failures) {}
