package org.freehold.access.explain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.UserId;

/**
 * What is to be explained: a decision that refused somebody, or a question of the asker's own.
 *
 * @param decisionId of a refusal; with it nothing else is said
 * @param subject whose permission; null for the caller's
 * @param permission needed without a decision, as in {@code projects:write}
 * @param resource the thing; null when it is about none
 * @param environment null for the caller's own where the caller is the subject, else for an unknown
 */
public record AccessQuestion(
    UUID decisionId,
    @Valid Whom subject,
    @Size(min = 3, max = 100) String permission,
    @Valid Thing resource,
    @Valid Surroundings environment) {

  /** Exactly one of them. */
  public record Whom(UserId userId, UUID apiKeyId) {}

  /**
   * A thing that permissions are asked for on.
   *
   * @param type as in {@code project}
   */
  public record Thing(@NotBlank @Size(max = 50) String type, @NotNull UUID id) {}

  /**
   * Where and when.
   *
   * @param ipAddress null for unknown
   * @param time null for now
   * @param mfaAgeSeconds since the subject proved a second factor; null for never
   */
  public record Surroundings(
      @Size(min = 2, max = 45) String ipAddress,
      Instant time,
      @PositiveOrZero Long mfaAgeSeconds) {}
}
