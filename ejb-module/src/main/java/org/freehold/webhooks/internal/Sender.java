package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.freehold.platform.TenantId;

/** Calls receivers, as many at once as there are {@link Lanes}. */
@ApplicationScoped
public class Sender {
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedScheduledExecutorService watch;
  private final Lanes lanes = new Lanes();
  private WebhookClient client;

  @PostConstruct
  void open() {
    client = new WebhookClient(settings.guard(), Lanes.OF_NODE, watch, clock);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** Empty when as many calls are under way already as may be; nothing was sent then. */
  Optional<Outcome> send(TenantId tenant, Call call) throws InterruptedException {
    if (!lanes.enter(tenant, call.endpoint())) {
      return Optional.empty();
    }
    try {
      return Optional.of(client.post(call));
    } finally {
      lanes.leave(tenant, call.endpoint());
    }
  }
}
