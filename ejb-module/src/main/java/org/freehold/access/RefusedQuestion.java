package org.freehold.access;

import java.util.UUID;

/**
 * What was decided when somebody was refused.
 *
 * @param id of the decision
 * @param thing null when it was about none
 * @param version of what decided over access in the tenant
 * @param mfaAgeSeconds since the caller proved a second factor; null for never
 */
public record RefusedQuestion(
    UUID id, String permission, Thing thing, long version, Long mfaAgeSeconds) {

  /**
   * A thing that permissions are asked for on.
   *
   * @param type as in {@code project}
   */
  public record Thing(String type, UUID id) {}
}
