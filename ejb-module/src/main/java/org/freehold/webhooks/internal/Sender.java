package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;

/** Calls receivers. */
@ApplicationScoped
public class Sender {
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedScheduledExecutorService watch;
  @Resource private ManagedExecutorService executor;
  private WebhookClient client;

  @PostConstruct
  void open() {
    client = new WebhookClient(settings.guard(), settings.bounds().ofNode(), watch, clock);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** Returns at once; {@code then} is told on another thread. */
  void send(Call call, Consumer<Outcome> then) {
    executor.execute(() -> then.accept(client.post(call)));
  }
}
