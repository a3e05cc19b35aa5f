package org.freehold.web.webhooks;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.freehold.webhooks.TimeRange;

/** When what a list shows was made. */
public class TimeParameters {
  @QueryParam("from")
  private Instant from;

  @QueryParam("to")
  private Instant to;

  TimeRange range() {
    return new TimeRange(from, to);
  }
}
