package org.freehold.web.webhooks;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.freehold.platform.json.WireNames;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;
import org.freehold.webhooks.AttemptFilter;
import org.freehold.webhooks.DeliveryError;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.TimeRange;
import org.freehold.webhooks.WebhookEndpointId;

/** The filters of attempts. */
public class AttemptParameters {
  @QueryParam("endpoint_id")
  private WebhookEndpointId endpoint;

  @QueryParam("delivery_id")
  private DeliveryId delivery;

  @OneOf(DeliveryError.class)
  @QueryParam("error")
  private String error;

  @QueryParam("from")
  private Instant from;

  @QueryParam("to")
  private Instant to;

  AttemptFilter filter() {
    String known = EnumParameter.check(DeliveryError.class, "error", error);
    return new AttemptFilter(
        endpoint,
        delivery,
        WireNames.constant(DeliveryError.class, known).orElse(null),
        new TimeRange(from, to));
  }
}
