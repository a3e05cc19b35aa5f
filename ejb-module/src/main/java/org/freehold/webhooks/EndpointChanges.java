package org.freehold.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.freehold.platform.Invalid;
import org.freehold.platform.NoTransaction;
import org.freehold.webhooks.internal.EndpointUrl;

/**
 * Makes and changes endpoints: a permit, a look at where the name in the URL leads, and the change.
 * Names are looked up in no transaction: whoever owns one decides how long that takes.
 */
@ApplicationScoped
public class EndpointChanges {
  @Inject private WebhookEndpoints endpoints;
  @Inject private EndpointConsents consents;
  @Inject private EndpointUrl urls;

  /** The only answer that tells the secret. */
  public NewEndpoint create(EndpointFields fields) {
    NoTransaction.require();
    endpoints.permitCreation(fields);
    return endpoints.create(fields, lookUp(fields.url()));
  }

  /** {@code expectedVersion} null: whatever is there. */
  public EndpointDetails change(
      WebhookEndpointId id, UnaryOperator<EndpointFields> change, Long expectedVersion) {
    NoTransaction.require();
    String url = endpoints.permitChange(id, change);
    return endpoints.change(
        id, change, expectedVersion, url == null ? LookedUpUrl.none() : lookUp(url));
  }

  /** Asks the receiver once more whether it wants the calls. */
  public EndpointDetails ask(WebhookEndpointId id) {
    NoTransaction.require();
    String url = consents.permitAsking(id);
    return consents.ask(id, lookUp(url));
  }

  /** {@link Invalid} when the URL may not be called, or its name leads nowhere within seconds. */
  public LookedUpUrl lookUp(String url) {
    return new LookedUpUrl(url, urls.check(url));
  }
}
