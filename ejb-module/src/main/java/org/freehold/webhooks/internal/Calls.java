package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes of an endpoint and a delivery what is sent where. */
@ApplicationScoped
public class Calls {
  @Inject private EndpointSecrets secrets;

  /**
   * A test is signed by the newest secret alone. An IllegalStateException when what is sealed
   * cannot be opened.
   */
  Call of(WebhookEndpoint endpoint, DeliveryRows.Row delivery) {
    return new Call(
        delivery.message().toString(),
        delivery.body(),
        endpoint.id(),
        delivery.sequence(),
        endpoint.url(),
        endpoint.calls().timeoutSeconds(),
        secrets.signing(endpoint, delivery.test()),
        secrets.headers(endpoint),
        secrets.certificate(endpoint));
  }
}
