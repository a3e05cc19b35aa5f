package org.freehold.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.freehold.engine.delivery.ReplayPace;

/**
 * Which deliveries are to be made again, and how fast.
 *
 * @param endpointId null: to all endpoints that are enabled
 * @param from when the delivery was made; null: ever
 * @param to the first moment that is out; null: until now
 * @param status what became of them: exhausted, skipped or delivered; exhausted when absent
 * @param types of their messages; null: all
 * @param ratePerMinute 600 when absent
 */
public record ReplayRequest(
    WebhookEndpointId endpointId,
    Instant from,
    Instant to,
    @Size(min = 1, max = 3) List<@NotNull DeliveryStatus> status,
    @Size(min = 1, max = 100) List<@NotNull @Size(max = 100) String> types,
    @Min(1) @Max(ReplayPace.FASTEST) Integer ratePerMinute) {
  public ReplayRequest {
    status = status == null ? List.of(DeliveryStatus.EXHAUSTED) : status;
    ratePerMinute = ratePerMinute == null ? Integer.valueOf(ReplayPace.USUAL) : ratePerMinute;
  }
}
