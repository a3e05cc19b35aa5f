package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.delivery.Consent;
import org.freehold.engine.delivery.explain.DeliveryStory;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.ConsentStatus;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * Where a tenant wants to hear of events. Enabled, paused by the tenant, or disabled by a reason.
 */
@Entity
@Table(name = "webhook_endpoint")
@IdClass(TenantRowKey.class)
public class WebhookEndpoint {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String url;
  private String description;

  @Embedded private EndpointInterests interests;
  @Embedded private EndpointCalls calls;
  @Embedded private SealedIdentity identity;
  @Embedded private SealedSecrets secrets;
  @Embedded private EndpointConsent consent;

  private String status;

  @Column(name = "status_reason")
  private String statusReason;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected WebhookEndpoint() {}

  /** Without a secret yet: see {@link #sign}. */
  public WebhookEndpoint(TenantId tenant, EndpointFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    createdAt = now;
    identity = SealedIdentity.none();
    consent = EndpointConsent.notRequired();
    requireInterests(fields);
    describe(fields, now);
  }

  /** {@link org.freehold.platform.Invalid} with every pattern and filter that is none. */
  public static void requireInterests(EndpointFields fields) {
    EndpointInterests.require(fields);
  }

  /** All but what is secret: see {@link #identify}. */
  public void change(EndpointFields fields, Instant now) {
    interests.requireChange(fields);
    describe(fields, now);
  }

  private void describe(EndpointFields fields, Instant now) {
    interests = new EndpointInterests(fields);
    calls = new EndpointCalls(fields);
    url = fields.url();
    description = fields.description();
    if (!WireNames.of(fields.status()).equals(status)) {
      // Else the reason stays: why it was disabled is true whatever its description says.
      become(fields.status(), null);
    }
    updatedAt = now;
  }

  /** What seals its secrets with them, so that none can be moved to another endpoint. */
  public String purpose() {
    return "webhook_endpoint:" + tenantId + ":" + id;
  }

  void identify(SealedIdentity sealed) {
    identity = sealed;
  }

  public void sign(byte[] sealedSecret) {
    secrets = new SealedSecrets(sealedSecret);
  }

  /** Another secret; the one that is there signs beside it until then. */
  public void rotate(byte[] sealedSecret, Instant now, Instant previousUntil) {
    secrets.rotate(sealedSecret, now, previousUntil);
    updatedAt = now;
  }

  /** Whether that ends the change of a secret. */
  public boolean acceptSecret(Instant tested, Instant now) {
    return secrets.accept(tested, now);
  }

  /** Whether there was an old secret whose time is over. */
  public boolean expireSecret(Instant now) {
    return secrets.expire(now);
  }

  /** Whether the receiver is to be asked, which it is when consent is demanded. */
  public boolean seekConsent(boolean demanded, Instant now) {
    consent = demanded ? EndpointConsent.asked(now) : EndpointConsent.notRequired();
    return demanded;
  }

  /** Whether its receiver is called there without ever having been asked. */
  public boolean isCalledUnasked(String at) {
    return url.equals(at) && consent.status() == ConsentStatus.NOT_REQUIRED;
  }

  /** Whether that answers what is asked now. */
  public boolean answered(ConsentQuestion question, Consent answer) {
    boolean isOfNow =
        consent.isAwaited()
            && question.call().url().equals(url)
            && question.askedAt().equals(consent.askedAt());
    if (isOfNow) {
      consent = consent.answered(answer, question.origin());
    }
    return isOfNow;
  }

  /** Whether it may be called as far as the receiver is concerned. */
  public boolean hasConsent() {
    return consent.isThere();
  }

  /** Whether the receiver is being asked. */
  public boolean awaitsConsent() {
    return consent.isAwaited();
  }

  /** A {@link Conflict} unless it may be called as far as the receiver is concerned. */
  public void requireConsent() {
    if (!hasConsent()) {
      throw new Conflict(
          "endpoint_not_consented",
          "The receiver has not said that it wants the calls.",
          "POST /api/webhooks/endpoints/{id}/consent asks it again; the endpoint tells its answer.");
    }
  }

  /** Calls at the most, as it asks for and as its receiver grants; null: as it comes. */
  Integer callsPerMinute() {
    Integer perSecond = calls.rateLimitPerSecond();
    Integer granted = consent.ratePerMinute();
    if (perSecond == null) {
      return granted;
    }
    return granted == null ? perSecond * 60 : Math.min(perSecond * 60, granted);
  }

  EndpointConsent consent() {
    return consent;
  }

  SealedSecrets secrets() {
    return secrets;
  }

  SealedIdentity identity() {
    return identity;
  }

  private void become(EndpointStatus next, String reason) {
    status = WireNames.of(next);
    statusReason = reason;
  }

  Wanted wanted() {
    return interests.wanted();
  }

  List<DeliveryStory.Filter> filtersHeldAgainst(EventContent content) {
    return interests.filtersHeldAgainst(content);
  }

  /** As they can be given again: what is secret is masked, and stays. */
  public EndpointFields fields() {
    return new EndpointFields(
        url,
        description,
        interests.events(),
        interests.filters(),
        identity.maskedHeaders(),
        interests.workspaceId(),
        calls.timeoutSeconds(),
        calls.maxRetries(),
        calls.retryScheduleSeconds(),
        calls.rateLimitPerSecond(),
        calls.redrive(),
        identity.certificate(),
        identity.certificate() == null ? null : EndpointFields.MASK,
        status());
  }

  /** Without how it fares, which is on another page. */
  public EndpointDetails details() {
    return new EndpointDetails(
        id(),
        url,
        description,
        interests.events(),
        interests.filters(),
        identity.maskedHeaders(),
        interests.workspaceId(),
        calls.timeoutSeconds(),
        calls.maxRetries(),
        calls.retryScheduleSeconds(),
        calls.rateLimitPerSecond(),
        calls.redrive(),
        identity.told(),
        status(),
        statusReason,
        null,
        secrets.rotation(),
        consent.told(),
        createdAt,
        updatedAt,
        version);
  }

  public WebhookEndpointId id() {
    return new WebhookEndpointId(id);
  }

  public EndpointStatus status() {
    return WireNames.constant(EndpointStatus.class, status).orElseThrow();
  }

  public String url() {
    return url;
  }

  EndpointCalls calls() {
    return calls;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
