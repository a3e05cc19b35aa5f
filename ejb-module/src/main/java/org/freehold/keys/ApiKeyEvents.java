package org.freehold.keys;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.UserId;

/** What the world hears of API keys; never the keys. */
public final class ApiKeyEvents {
  private ApiKeyEvents() {}

  /** A key was made. */
  @EventType(value = "api_key.created", description = "Somebody made an API key.")
  public record Created(
      ApiKeyId id,
      String name,
      String prefix,
      @OrNull String role,
      @OrNull List<String> permissions,
      @OrNull UserId createdBy,
      @OrNull Instant expiresAt)
      implements DomainEvent {}

  /** A key has another secret. */
  @EventType(
      value = "api_key.rotated",
      description = "An API key was replaced by another with the same id and rights.")
  public record Rotated(ApiKeyId id, String name, String prefix, @OrNull Instant overlapUntil)
      implements DomainEvent {}

  /** A key is not taken any more. */
  @EventType(value = "api_key.revoked", description = "An API key is not taken any more.")
  public record Revoked(ApiKeyId id, String name, String prefix) implements DomainEvent {}
}
