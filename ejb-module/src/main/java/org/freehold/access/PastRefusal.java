package org.freehold.access;

import java.time.Instant;
import java.util.UUID;
import org.freehold.engine.access.Decision;

/**
 * A refusal as it was recorded.
 *
 * @param userId who was refused, or the maker of the key; null when their data was erased
 * @param apiKeyId the key that was refused; null when it was a person
 * @param ipAddress where the call came from; null when unknown or erased
 */
public record PastRefusal(
    RefusedQuestion question,
    Decision decision,
    Instant time,
    UUID userId,
    UUID apiKeyId,
    String ipAddress) {}
