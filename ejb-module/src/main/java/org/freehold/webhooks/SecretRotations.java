package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.SystemCall;
import org.freehold.webhooks.internal.WebhookEndpoint;
import org.freehold.webhooks.internal.WebhookRepository;

/** How the exchange of a secret ends, with nobody asking for it. */
@Stateless
@Guarded
public class SecretRotations {
  @Inject private WebhookRepository webhooks;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Destroys the old secret when its time is over; before that it does nothing. */
  @SystemCall
  @Audited(value = "webhook_endpoint.old_secret_expired", complianceRelevant = true)
  public void expire(WebhookEndpointId id) {
    Instant now = clock.instant();
    end(id, endpoint -> endpoint.expireSecret(now));
  }

  /**
   * Ends the exchange, because the receiver accepted a test that the new secret alone had signed.
   *
   * @param tested when the test was asked for
   */
  @SystemCall
  @Audited(value = "webhook_endpoint.new_secret_accepted", complianceRelevant = true)
  public void accept(WebhookEndpointId id, Instant tested) {
    Instant now = clock.instant();
    end(id, endpoint -> endpoint.acceptSecret(tested, now));
  }

  private void end(WebhookEndpointId id, Predicate<WebhookEndpoint> destroyed) {
    changes.about(WebhookEndpoints.ENDPOINT, id.value());
    WebhookEndpoint endpoint = webhooks.endpoint(CurrentCall.tenantId(), id).orElse(null);
    if (endpoint == null) {
      changes.nothingChanged();
      return;
    }
    var before = new WebhookEndpoints.Rotation(endpoint.details().secretRotation());
    if (destroyed.test(endpoint)) {
      changes
          .before(before)
          .after(new WebhookEndpoints.Rotation(endpoint.details().secretRotation()));
    } else {
      changes.nothingChanged();
    }
  }
}
