package org.freehold.webhooks.internal;

import jakarta.json.JsonNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.webhooks.EndpointFields;

/** How an endpoint wants to be called, and called again. */
@Embeddable
public class EndpointCalls {
  @Column(name = "timeout_seconds")
  private int timeoutSeconds;

  @Column(name = "max_retries")
  private int maxRetries;

  @Column(name = "retry_schedule_seconds")
  @Convert(converter = JsonColumn.class)
  private String retrySchedule;

  @Column(name = "rate_limit_per_second")
  private Integer rateLimitPerSecond;

  private boolean redrive;

  protected EndpointCalls() {}

  EndpointCalls(EndpointFields fields) {
    timeoutSeconds = fields.timeoutSeconds();
    maxRetries = fields.maxRetries();
    retrySchedule =
        fields.retryScheduleSeconds() == null ? null : JsonText.of(fields.retryScheduleSeconds());
    rateLimitPerSecond = fields.rateLimitPerSecond();
    redrive = fields.redrive();
  }

  int timeoutSeconds() {
    return timeoutSeconds;
  }

  int maxRetries() {
    return maxRetries;
  }

  /** The pauses before the repetitions; null: the product's own. */
  List<Integer> retryScheduleSeconds() {
    return retrySchedule == null
        ? null
        : JsonText.storedArray(retrySchedule).getValuesAs(JsonNumber::intValue);
  }

  /** Null: as fast as there is work. */
  Integer rateLimitPerSecond() {
    return rateLimitPerSecond;
  }

  boolean redrive() {
    return redrive;
  }
}
