package org.freehold.webhooks;

import java.time.Instant;

/** A message: one domain event for one tenant. */
public record MessageDetails(MessageId id, String type, Instant createdAt) {}
