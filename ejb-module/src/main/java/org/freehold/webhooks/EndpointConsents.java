package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.freehold.engine.delivery.Consent;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SystemCall;
import org.freehold.platform.work.WorkQueue;
import org.freehold.webhooks.internal.Calls;
import org.freehold.webhooks.internal.ConsentQuestion;
import org.freehold.webhooks.internal.ConsentWork;
import org.freehold.webhooks.internal.EndpointRecovered;
import org.freehold.webhooks.internal.WebhookEndpoint;
import org.freehold.webhooks.internal.WebhookRepository;

/** Whether receivers want to be called, where the operator demands that they say so. */
@Stateless
@Guarded
public class EndpointConsents {
  /** What the trail tells of it. */
  public record Stand(EndpointDetails.Consent consent) {}

  @Inject private WebhookRepository webhooks;
  @Inject private Calls calls;
  @Inject private WorkQueue work;
  @Inject private Event<EndpointRecovered> recovered;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /**
   * Whether the caller may have the receiver asked. Answers the URL whose host {@link
   * EndpointChanges} looks up first.
   */
  @RequiresPermission("webhooks:write")
  @NotAudited("It changes nothing: the question that it permits is on record when it is asked.")
  public String permitAsking(WebhookEndpointId id) {
    return found(id).url();
  }

  /**
   * Asks the receiver once more; until it has answered, what is due waits. Where none is demanded
   * any more, nobody is asked and the endpoint is called.
   */
  @RequiresPermission("webhooks:write")
  @Audited("webhook_endpoint.consent_asked")
  public EndpointDetails ask(WebhookEndpointId id, LookedUpUrl host) {
    WebhookEndpoint endpoint = found(id);
    Stand before = stand(endpoint);
    boolean wasCalled = endpoint.hasConsent();
    if (endpoint.seekConsent(host.demandsConsent(endpoint.url()), clock.instant())) {
      work.schedule(ConsentWork.KIND, CurrentCall.tenantId(), id.value(), clock.instant());
    } else if (!wasCalled) {
      recovered.fire(new EndpointRecovered(id));
    }
    webhooks.flush();
    changes.about(WebhookEndpoints.ENDPOINT, id.value()).before(before).after(stand(endpoint));
    return endpoint.details();
  }

  /**
   * Asks the receiver before anything is sent to it, since the name in its URL leads to where that
   * is demanded by now; nobody is asked twice, nor for a URL that is another since.
   */
  @SystemCall
  @Audited("webhook_endpoint.consent_demanded")
  public void demand(WebhookEndpointId id, String url) {
    changes.about(WebhookEndpoints.ENDPOINT, id.value());
    WebhookEndpoint endpoint = find(id).orElse(null);
    if (endpoint == null || !endpoint.isCalledUnasked(url)) {
      changes.nothingChanged();
      return;
    }
    Stand before = stand(endpoint);
    endpoint.seekConsent(true, clock.instant());
    work.schedule(ConsentWork.KIND, CurrentCall.tenantId(), id.value(), clock.instant());
    changes.before(before).after(stand(endpoint));
  }

  /** Empty when there is nothing to ask, or nobody any more. */
  @SystemCall
  @NotAudited("It only reads what a receiver is to be asked.")
  public Optional<ConsentQuestion> question(WebhookEndpointId id) {
    return find(id).filter(WebhookEndpoint::awaitsConsent).map(calls::asking);
  }

  /** Takes the answer down, unless somebody has changed the URL or wants it asked again since. */
  @SystemCall
  @Audited(value = "webhook_endpoint.consent_answered", complianceRelevant = true)
  public void answered(WebhookEndpointId id, ConsentQuestion question, Consent answer) {
    changes.about(WebhookEndpoints.ENDPOINT, id.value());
    WebhookEndpoint endpoint = find(id).orElse(null);
    Stand before = endpoint == null ? null : stand(endpoint);
    if (endpoint == null || !endpoint.answered(question, answer)) {
      changes.nothingChanged();
      return;
    }
    if (answer.isGranted()) {
      recovered.fire(new EndpointRecovered(id));
    }
    changes.before(before).after(stand(endpoint));
  }

  private WebhookEndpoint found(WebhookEndpointId id) {
    return find(id).orElseThrow(() -> new NotFound(WebhookEndpoints.ENDPOINT));
  }

  private Optional<WebhookEndpoint> find(WebhookEndpointId id) {
    return webhooks.endpoint(CurrentCall.tenantId(), id);
  }

  private static Stand stand(WebhookEndpoint endpoint) {
    return new Stand(endpoint.details().consent());
  }
}
