package org.freehold.platform;

import java.util.UUID;

/**
 * A decision that was told to whoever it refused.
 *
 * @param id by which it can be explained
 * @param thingType as in {@link On}, and {@code thingId}: null when it was about no thing
 */
public record RefusedDecision(UUID id, String permission, String thingType, UUID thingId) {
  static RefusedDecision on(String permission, String thingType, UUID thingId) {
    return new RefusedDecision(Uuid7.next(), permission, thingType, thingId);
  }
}
