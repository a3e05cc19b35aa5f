package org.freehold.webhooks.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.freehold.platform.outbound.GuardedResolver;

/** Calls receivers. */
@ApplicationScoped
public class Sender {
  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService lookups;
  private WebhookClient client;

  @PostConstruct
  void open() {
    client =
        new WebhookClient(
            new GuardedResolver(settings.guard()),
            settings::demandsConsent,
            settings.bounds().ofNode(),
            lookups,
            clock);
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Returns at once; {@code then}, which throws nothing, is told once, on any thread. A
   * RejectedExecutionException when nothing was attempted: then it is not told.
   *
   * @param ours whether the delivery is still this node's: without it nothing is begun
   */
  void send(Call call, BooleanSupplier ours, Consumer<Outcome> then) {
    client.post(call, ours).thenAccept(then);
  }

  /** Waits for the answer, no longer than the endpoint's time-out. */
  ConsentAnswer ask(ConsentQuestion question) {
    return client.ask(question).join();
  }
}
