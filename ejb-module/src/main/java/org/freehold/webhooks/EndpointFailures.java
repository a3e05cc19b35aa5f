package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Mail;
import org.freehold.platform.SystemCall;
import org.freehold.webhooks.internal.WebhookEndpoint;
import org.freehold.webhooks.internal.WebhookRepository;

/** What the product does about endpoints that nothing arrives at any more. */
@Stateless
@Guarded
public class EndpointFailures {
  /** What an endpoint became, for the record. */
  public record Fate(EndpointStatus status, String reason) {}

  @Inject private WebhookRepository webhooks;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<Mail> mails;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Stops calling it, unless it is not called anyway. */
  @SystemCall
  @Audited(value = "webhook_endpoint.disabled", complianceRelevant = true)
  public void disable(WebhookEndpointId id, String reason) {
    changes.about(WebhookEndpoints.ENDPOINT, id.value());
    WebhookEndpoint endpoint = enabled(id);
    if (endpoint == null) {
      return;
    }
    if (webhooks.disable(CurrentCall.tenantId(), id, reason, clock.instant())) {
      changes
          .before(new Fate(EndpointStatus.ENABLED, null))
          .after(new Fate(EndpointStatus.DISABLED, reason));
      events.fire(new WebhookEvents.EndpointDisabled(id, endpoint.url(), reason));
      mails.fire(EndpointMails.disabled(id, endpoint.url(), reason));
    } else {
      changes.nothingChanged();
    }
  }

  /** Tells that it will be disabled. */
  @SystemCall
  @Audited("webhook_endpoint.failing")
  public void warn(WebhookEndpointId id, Instant since, Instant disabledAt) {
    changes.about(WebhookEndpoints.ENDPOINT, id.value());
    WebhookEndpoint endpoint = enabled(id);
    if (endpoint != null) {
      events.fire(new WebhookEvents.EndpointFailing(id, endpoint.url(), since, disabledAt));
      mails.fire(EndpointMails.failing(id, endpoint.url(), since, disabledAt));
    }
  }

  /** Null when there is nothing to do. */
  private WebhookEndpoint enabled(WebhookEndpointId id) {
    WebhookEndpoint endpoint =
        webhooks
            .endpoint(CurrentCall.tenantId(), id)
            .filter(one -> one.status() == EndpointStatus.ENABLED)
            .orElse(null);
    if (endpoint == null) {
      changes.nothingChanged();
    }
    return endpoint;
  }
}
