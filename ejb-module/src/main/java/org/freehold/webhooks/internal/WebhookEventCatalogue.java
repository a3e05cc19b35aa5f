package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.WebhookEvents;

/** One example of each event of webhooks. */
@ApplicationScoped
public class WebhookEventCatalogue implements EventCatalogue {
  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new WebhookEvents.EndpointDisabled(
            new WebhookEndpointId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e09")),
            "https://hooks.techcorp.example/freehold",
            "The receiver answered 410 Gone."),
        new WebhookEvents.Test(
            new WebhookEndpointId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e09"))),
        new WebhookEvents.EndpointFailing(
            new WebhookEndpointId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e09")),
            "https://hooks.techcorp.example/freehold",
            Instant.parse("2026-01-13T00:00:00Z"),
            Instant.parse("2026-01-18T00:00:00Z")));
  }
}
