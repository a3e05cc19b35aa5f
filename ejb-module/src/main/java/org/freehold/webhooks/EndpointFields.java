package org.freehold.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.freehold.platform.Text;

/**
 * A webhook endpoint as the tenant describes it.
 *
 * @param url https, or http where the operator allows it; never a private address
 * @param events event types, kinds as {@code project.*}, or all: {@code *}; all when absent
 * @param timeoutSeconds how long the receiver may take to answer; 30 when absent
 * @param status enabled when absent
 */
public record EndpointFields(
    @NotBlank @Size(max = 2000) String url,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(min = 1, max = 100) List<@NotNull @Size(max = 100) String> events,
    @Min(1) @Max(30) Integer timeoutSeconds,
    EndpointStatus status) {
  public EndpointFields {
    events = events == null ? List.of("*") : events;
    timeoutSeconds = timeoutSeconds == null ? Integer.valueOf(30) : timeoutSeconds;
    status = status == null ? EndpointStatus.ENABLED : status;
  }
}
