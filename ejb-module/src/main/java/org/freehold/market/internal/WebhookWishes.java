package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.freehold.platform.Invalid;
import org.freehold.webhooks.EventTypes;
import org.freehold.webhooks.WebhookEndpoints;

/** The endpoints and the types of events that a blueprint wishes for. */
@ApplicationScoped
public class WebhookWishes {
  @Inject private WebhookEndpoints webhooks;
  @Inject private EventTypes types;

  /** {@link Invalid} at the first that cannot be made. */
  public void require(Blueprint blueprint) {
    each("/event_types/", blueprint.eventTypes(), types::requireCreatable);
    each("/webhooks/", blueprint.webhooks(), webhooks::requireCreatable);
  }

  private static <T> void each(String at, List<T> wishes, Consumer<T> check) {
    for (int i = 0; i < wishes.size(); i++) {
      try {
        check.accept(wishes.get(i));
      } catch (Invalid e) {
        throw Blueprint.refused(e, at + i);
      }
    }
  }
}
