package org.freehold.webhooks;

import java.time.Instant;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;

/** What the world hears of webhooks themselves. */
public final class WebhookEvents {
  private WebhookEvents() {}

  /** An endpoint is not called any more. */
  @EventType(
      value = "webhook.endpoint.disabled",
      description = "An endpoint is not called any more, for the reason given.")
  public record EndpointDisabled(WebhookEndpointId id, String url, String reason)
      implements DomainEvent {}

  /** Somebody asked for it, to see whether it arrives. */
  @EventType(
      value = "webhook.test",
      description = "Somebody asked for it, to see whether it arrives at the endpoint.")
  public record Test(WebhookEndpointId endpointId) implements DomainEvent {}

  /** An endpoint has heard nothing for a while, and will be disabled when that goes on. */
  @EventType(
      value = "webhook.endpoint.failing",
      description =
          "Nothing has arrived at an endpoint for a while; it will be disabled when that goes on.")
  public record EndpointFailing(
      WebhookEndpointId id, String url, Instant failingSince, Instant disabledAt)
      implements DomainEvent {}
}
