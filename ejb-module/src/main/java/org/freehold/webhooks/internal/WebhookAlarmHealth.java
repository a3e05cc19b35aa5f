package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.freehold.platform.HealthCheck;
import org.freehold.webhooks.WebhookAlarm;

/** Down while something of ours keeps webhooks from being delivered, in whichever tenant. */
@ApplicationScoped
public class WebhookAlarmHealth implements HealthCheck {
  /** Names what {@code /api/admin/webhooks/alarms} tells. */
  public static final class WebhooksNeedAttention extends Exception {
    private static final long serialVersionUID = 1;

    WebhooksNeedAttention(List<WebhookAlarm> alarms) {
      super(alarms.size() + " alarms, first " + alarms.get(0));
    }
  }

  @Inject private AlarmBoard board;

  @Override
  public String name() {
    return "webhook_alarms";
  }

  @Override
  public Map<String, Object> check() throws WebhooksNeedAttention {
    List<WebhookAlarm> alarms = board.alarms();
    if (!alarms.isEmpty()) {
      throw new WebhooksNeedAttention(alarms);
    }
    return Map.of("alarms", 0);
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
