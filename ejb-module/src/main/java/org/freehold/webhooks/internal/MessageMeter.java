package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.freehold.platform.Meter;
import org.freehold.platform.Metered;

/** Messages to endpoints: one message to two endpoints counts twice, its repetitions do not. */
@ApplicationScoped
public class MessageMeter implements Metered {
  static final Meter METER = Meter.ofMonth("webhook_messages");

  @Override
  public Meter meter() {
    return METER;
  }
}
