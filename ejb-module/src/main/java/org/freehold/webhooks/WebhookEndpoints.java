package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.identity.Sealing;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.webhooks.internal.EndpointUrl;
import org.freehold.webhooks.internal.WebhookEndpoint;
import org.freehold.webhooks.internal.WebhookRepository;

/** Where a tenant wants to hear of events. */
@Stateless
@Guarded
public class WebhookEndpoints {
  private static final int MOST = 50;

  @Inject private WebhookRepository webhooks;
  @Inject private EndpointUrl urls;
  @Inject private Sealing sealing;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** The only answer that tells the secret. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.created", complianceRelevant = true)
  public NewEndpoint create(EndpointFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    urls.check(fields.url());
    if (webhooks.countEndpoints(tenant) >= MOST) {
      throw new Conflict(
          "too_many_endpoints",
          "There are " + MOST + " webhook endpoints already.",
          "Delete one that is not needed.");
    }
    WebhookEndpoint endpoint = new WebhookEndpoint(tenant, fields, clock.instant());
    WebhookSecret secret = WebhookSecret.random();
    endpoint.sign(sealing.seal(endpoint.purpose(), secret.key()));
    webhooks.add(endpoint);
    changes.about("webhook_endpoint", endpoint.id().value()).after(endpoint.fields());
    return endpoint.details(secret.text());
  }

  /** Refuses what {@link #create} would in any tenant, for what creates it later. */
  @SelfCall
  public void requireCreatable(EndpointFields fields) {
    urls.check(fields.url());
    WebhookEndpoint.requirePatterns(fields.events());
  }

  @RequiresPermission("webhooks:read")
  public Page<EndpointDetails> list(PageRequest page) {
    return webhooks.endpoints(CurrentCall.tenantId(), page);
  }

  @RequiresPermission("webhooks:read")
  public EndpointDetails details(WebhookEndpointId id) {
    return find(id).details();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.updated", complianceRelevant = true)
  public EndpointDetails change(
      WebhookEndpointId id, UnaryOperator<EndpointFields> change, Long expectedVersion) {
    WebhookEndpoint endpoint = find(id);
    if (expectedVersion != null && expectedVersion != endpoint.version()) {
      throw new Stale();
    }
    EndpointFields before = endpoint.fields();
    EndpointFields after = change.apply(before);
    if (!after.url().equals(before.url())) {
      urls.check(after.url());
    }
    endpoint.change(after, clock.instant());
    webhooks.flush();
    changes.about("webhook_endpoint", id.value()).before(before).after(after);
    return endpoint.details();
  }

  /** A new secret at once, for one that was lost or came into wrong hands; told this once. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.secret_renewed", complianceRelevant = true)
  public NewEndpoint renewSecret(WebhookEndpointId id) {
    WebhookEndpoint endpoint = find(id);
    WebhookSecret secret = WebhookSecret.random();
    endpoint.sign(sealing.seal(endpoint.purpose(), secret.key()));
    webhooks.flush();
    changes.about("webhook_endpoint", id.value());
    return endpoint.details(secret.text());
  }

  /** What was sent to it stays on record. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.deleted", complianceRelevant = true)
  public void delete(WebhookEndpointId id) {
    WebhookEndpoint endpoint = find(id);
    changes.about("webhook_endpoint", id.value()).before(endpoint.fields());
    webhooks.remove(endpoint);
  }

  private WebhookEndpoint find(WebhookEndpointId id) {
    return webhooks
        .endpoint(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("webhook_endpoint"));
  }
}
