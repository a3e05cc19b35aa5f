package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.keys.ApiKeyEvents;
import org.freehold.keys.ApiKeyId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.platform.UserId;

/** One example of each event of API keys. */
@ApplicationScoped
public class KeyEventCatalogue implements EventCatalogue {
  private static final ApiKeyId KEY =
      new ApiKeyId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0a"));
  private static final UserId MAKER =
      new UserId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e02"));

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new ApiKeyEvents.Created(
            KEY,
            "Nightly import",
            "sk_live_Ab3d",
            null,
            List.of("projects:read", "tasks:write"),
            MAKER,
            Instant.parse("2026-12-31T00:00:00Z")),
        new ApiKeyEvents.Rotated(
            KEY, "Nightly import", "sk_live_x9Kq", Instant.parse("2026-01-15T13:00:00Z")),
        new ApiKeyEvents.Revoked(KEY, "Nightly import", "sk_live_x9Kq"));
  }
}
