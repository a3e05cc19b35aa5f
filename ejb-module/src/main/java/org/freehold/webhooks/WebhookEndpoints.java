package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.freehold.engine.delivery.WebhookSecret;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;
import org.freehold.tenancy.TenantReferences;
import org.freehold.webhooks.internal.ConsentWork;
import org.freehold.webhooks.internal.EndpointRecovered;
import org.freehold.webhooks.internal.EndpointSecrets;
import org.freehold.webhooks.internal.EndpointUrl;
import org.freehold.webhooks.internal.SecretExpiry;
import org.freehold.webhooks.internal.WebhookEndpoint;
import org.freehold.webhooks.internal.WebhookRepository;

/** Where a tenant wants to hear of events. */
@Stateless
@Guarded
public class WebhookEndpoints {
  static final String ENDPOINT = "webhook_endpoint";
  private static final int MOST = 50;

  /** What the trail tells of a new secret. */
  public record Rotation(EndpointDetails.SecretRotation secretRotation) {}

  @Inject private WebhookRepository webhooks;
  @Inject private EndpointUrl urls;
  @Inject private EndpointSecrets secrets;
  @Inject private TenantReferences references;
  @Inject private WorkQueue work;
  @Inject private Event<EndpointRecovered> enabled;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Whether the caller may make it, before {@link EndpointChanges} looks its host up. */
  @RequiresPermission("webhooks:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void permitCreation(EndpointFields fields) {
    urls.requireForm(fields.url());
  }

  /** The only answer that tells the secret. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.created", complianceRelevant = true)
  public NewEndpoint create(EndpointFields fields, LookedUpUrl host) {
    TenantId tenant = CurrentCall.tenantId();
    boolean consent = host.demandsConsent(fields.url());
    if (webhooks.countEndpoints(tenant) >= MOST) {
      throw new Conflict(
          "too_many_endpoints",
          "There are " + MOST + " webhook endpoints already.",
          "Delete one that is not needed.");
    }
    requireWorkspace(fields.workspaceId());
    WebhookEndpoint endpoint = new WebhookEndpoint(tenant, fields, clock.instant());
    secrets.identify(endpoint, fields);
    WebhookSecret secret = WebhookSecret.random();
    endpoint.sign(secrets.seal(endpoint, secret));
    seekConsent(endpoint, consent);
    webhooks.add(endpoint);
    changes.about(ENDPOINT, endpoint.id().value()).after(endpoint.fields());
    return NewEndpoint.of(endpoint.details(), secret.text());
  }

  /** Refuses what {@link EndpointChanges#create} would in any tenant, for what creates it later. */
  @SelfCall
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void requireCreatable(EndpointFields fields) {
    urls.check(fields.url());
    WebhookEndpoint.requireInterests(fields);
    secrets.require(fields);
  }

  @RequiresPermission("webhooks:read")
  public Page<EndpointDetails> list(PageRequest page) {
    Map<UUID, Instant> failing = webhooks.failingSince(CurrentCall.tenantId());
    Page<EndpointDetails> found = webhooks.endpoints(CurrentCall.tenantId(), page);
    return new Page<>(
        found.items().stream().map(one -> one.failingSince(failing.get(one.id().value()))).toList(),
        found.next());
  }

  @RequiresPermission("webhooks:read")
  public EndpointDetails details(WebhookEndpointId id) {
    return told(find(id));
  }

  /**
   * Whether the caller may change it. Answers the URL whose host {@link EndpointChanges} looks up
   * first; null when it stays.
   */
  @RequiresPermission("webhooks:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public String permitChange(WebhookEndpointId id, UnaryOperator<EndpointFields> change) {
    EndpointFields before = find(id).fields();
    EndpointFields after = change.apply(before);
    if (after.url().equals(before.url())) {
      return null;
    }
    urls.requireForm(after.url());
    secrets.requireSame(before, after);
    return after.url();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.updated", complianceRelevant = true)
  public EndpointDetails change(
      WebhookEndpointId id,
      UnaryOperator<EndpointFields> change,
      Long expectedVersion,
      LookedUpUrl host) {
    WebhookEndpoint endpoint = find(id);
    if (expectedVersion != null && expectedVersion != endpoint.version()) {
      throw new Stale();
    }
    EndpointFields before = endpoint.fields();
    EndpointFields after = change.apply(before);
    if (!after.url().equals(before.url())) {
      secrets.requireSame(before, after);
      seekConsent(endpoint, host.demandsConsent(after.url()));
    }
    if (!Objects.equals(after.workspaceId(), before.workspaceId())) {
      requireWorkspace(after.workspaceId());
    }
    endpoint.change(after, clock.instant());
    secrets.identify(endpoint, after);
    webhooks.flush();
    if (before.status() != EndpointStatus.ENABLED && after.status() == EndpointStatus.ENABLED) {
      enabled.fire(new EndpointRecovered(id));
    }
    changes.about(ENDPOINT, id.value()).before(before).after(endpoint.fields());
    return told(endpoint);
  }

  /** Nothing is sent to a URL that is new before its receiver agrees, where that is demanded. */
  private void seekConsent(WebhookEndpoint endpoint, boolean demanded) {
    Instant now = clock.instant();
    if (endpoint.seekConsent(demanded, now)) {
      work.schedule(ConsentWork.KIND, CurrentCall.tenantId(), endpoint.id().value(), now);
    }
  }

  private EndpointDetails told(WebhookEndpoint endpoint) {
    return endpoint
        .details()
        .failingSince(webhooks.failingSince(CurrentCall.tenantId()).get(endpoint.id().value()));
  }

  private void requireWorkspace(WorkspaceId workspace) {
    if (workspace != null && !references.hasWorkspace(workspace)) {
      throw Invalid.at("/workspace_id", "unknown", "There is no such workspace here.");
    }
  }

  /**
   * A new secret, told this once. The old one signs beside it for as long as is asked; it is
   * destroyed then, or when the receiver accepts a test that the new one alone signs.
   */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.secret_renewed", complianceRelevant = true)
  public NewEndpoint renewSecret(WebhookEndpointId id, SecretRenewal how) {
    WebhookEndpoint endpoint = find(id);
    Rotation before = new Rotation(endpoint.details().secretRotation());
    WebhookSecret secret = WebhookSecret.random();
    Instant now = clock.instant();
    Instant until = now.plusSeconds(how.overlapSeconds());
    endpoint.rotate(secrets.seal(endpoint, secret), now, until);
    webhooks.flush();
    if (until.isAfter(now)) {
      work.schedule(SecretExpiry.KIND, CurrentCall.tenantId(), id.value(), until);
    }
    EndpointDetails details = told(endpoint);
    changes
        .about(ENDPOINT, id.value())
        .before(before)
        .after(new Rotation(details.secretRotation()));
    return NewEndpoint.of(details, secret.text());
  }

  /** What was sent to it stays on record. */
  @RequiresPermission("webhooks:write")
  @Audited(value = "webhook_endpoint.deleted", complianceRelevant = true)
  public void delete(WebhookEndpointId id) {
    WebhookEndpoint endpoint = find(id);
    changes.about(ENDPOINT, id.value()).before(endpoint.fields());
    webhooks.remove(endpoint);
  }

  private WebhookEndpoint find(WebhookEndpointId id) {
    return webhooks.endpoint(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound(ENDPOINT));
  }
}
