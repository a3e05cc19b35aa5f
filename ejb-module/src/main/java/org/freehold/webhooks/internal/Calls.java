package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.freehold.engine.delivery.ClientCertificate;

/** Makes of an endpoint and a delivery what is sent where. */
@ApplicationScoped
public class Calls {
  private static final Logger LOG = System.getLogger(Calls.class.getName());

  @Inject private EndpointSecrets secrets;
  @Inject private WebhookSettings settings;

  /**
   * A test is signed by the newest secret alone. An IllegalStateException when what is sealed
   * cannot be opened.
   */
  Call of(WebhookEndpoint endpoint, DeliveryRows.Row delivery, DeliveryRows.Body body) {
    return new Call(
        delivery.message().toString(),
        body.text(),
        endpoint.id(),
        delivery.sequence(),
        endpoint.url(),
        endpoint.calls().timeoutSeconds(),
        secrets.signing(endpoint, body.test()),
        secrets.headers(endpoint),
        secrets.certificate(endpoint),
        endpoint.consent().origin());
  }

  /**
   * The question whether the receiver wants calls: with the certificate, without which there may be
   * no connection, and without the tenant's headers, which are for a receiver that agreed. A
   * certificate that cannot be opened is an obstacle.
   */
  public ConsentQuestion asking(WebhookEndpoint endpoint) {
    String origin = settings.origin();
    ClientCertificate certificate = null;
    String obstacle = null;
    try {
      certificate = secrets.certificate(endpoint);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Endpoint " + endpoint.id() + " cannot be asked", e);
      obstacle = "The client certificate and its key cannot be opened: set them again.";
    }
    Call call =
        new Call(
            "consent",
            "",
            endpoint.id(),
            0,
            endpoint.url(),
            endpoint.calls().timeoutSeconds(),
            List.of(),
            Map.of(),
            certificate,
            origin);
    Integer perSecond = endpoint.calls().rateLimitPerSecond();
    Integer perMinute = perSecond == null ? null : Integer.valueOf(perSecond * 60);
    return new ConsentQuestion(call, origin, perMinute, endpoint.consent().askedAt(), obstacle);
  }
}
