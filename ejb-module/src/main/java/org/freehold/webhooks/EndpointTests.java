package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.internal.EventTypeRepository;
import org.freehold.webhooks.internal.MessageBody;
import org.freehold.webhooks.internal.ProductTypes;
import org.freehold.webhooks.internal.TenantEventType;
import org.freehold.webhooks.internal.TestMessages;
import org.freehold.webhooks.internal.TrafficRepository;
import org.freehold.webhooks.internal.WebhookEndpoint;
import org.freehold.webhooks.internal.WebhookRepository;

/** Messages that are sent to one endpoint, to see whether they arrive. */
@Stateless
@Guarded
public class EndpointTests {
  /** What the trail tells of a test. */
  public record Tested(String eventType) {}

  @Inject private WebhookRepository webhooks;
  @Inject private TrafficRepository traffic;
  @Inject private ProductTypes product;
  @Inject private EventTypeRepository own;
  @Inject private TestMessages tests;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /**
   * Sends the example of a type to the endpoint, whatever it wants to hear of. While its secret
   * changes, the new one alone signs it, and its arrival ends the change.
   */
  @RequiresPermission("webhooks:write")
  @Audited("webhook_endpoint.tested")
  public DeliveryDetails test(WebhookEndpointId id, EndpointTest what) {
    TenantId tenant = CurrentCall.tenantId();
    WebhookEndpoint endpoint =
        webhooks.endpoint(tenant, id).orElseThrow(() -> new NotFound("webhook_endpoint"));
    if (endpoint.status() != EndpointStatus.ENABLED) {
      throw new Conflict(
          "endpoint_not_enabled",
          "The endpoint is not enabled: nothing is sent to it.",
          "Enable it with PATCH {\"status\":\"enabled\"} first.");
    }
    endpoint.requireConsent();
    Instant now = clock.instant();
    DeliveryId sent =
        what.eventType() == null
            ? tests.send(
                endpoint.id(), "webhook.test", MessageBody.of(new WebhookEvents.Test(id), now), now)
            : tests.send(endpoint.id(), what.eventType(), example(what.eventType(), now), now);
    String told = what.eventType() == null ? "webhook.test" : what.eventType();
    changes.about("webhook_endpoint", id.value()).after(new Tested(told));
    return traffic.delivery(tenant, sent).orElseThrow();
  }

  private String example(String type, Instant now) {
    EventTypeDetails details =
        product
            .find(type)
            .or(() -> own.find(CurrentCall.tenantId(), type).map(TenantEventType::details))
            .orElseThrow(
                () -> Invalid.at("/event_type", "unknown", "There is no type " + type + "."));
    JsonObject example = JsonText.parseObject(JsonText.of(details.example()));
    return example.get("data") instanceof JsonObject data
        ? MessageBody.of(type, now, data)
        : JsonText.of(example);
  }
}
