package org.freehold.web.webhooks;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;
import org.freehold.webhooks.DeliveryFilter;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.TimeRange;
import org.freehold.webhooks.WebhookEndpointId;

/** The filters of deliveries. */
public class DeliveryParameters {
  @QueryParam("endpoint_id")
  private WebhookEndpointId endpoint;

  @QueryParam("message_id")
  private MessageId message;

  @OneOf(DeliveryStatus.class)
  @QueryParam("status")
  private String status;

  @QueryParam("type")
  private String type;

  @QueryParam("from")
  private Instant from;

  @QueryParam("to")
  private Instant to;

  DeliveryFilter filter() {
    String known = EnumParameter.check(DeliveryStatus.class, "status", status);
    return new DeliveryFilter(
        endpoint,
        message,
        WireNames.constant(DeliveryStatus.class, known).orElse(null),
        type,
        new TimeRange(from, to));
  }
}
