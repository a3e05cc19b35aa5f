package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.delivery.EventPattern;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonList;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EndpointStatus;
import org.freehold.webhooks.NewEndpoint;
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

  @Convert(converter = JsonList.class)
  private List<String> events;

  @Column(name = "timeout_seconds")
  private int timeoutSeconds;

  private String status;

  @Column(name = "status_reason")
  private String statusReason;

  @Column(name = "sealed_secret")
  private byte[] sealedSecret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected WebhookEndpoint() {}

  public WebhookEndpoint(TenantId tenant, EndpointFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    createdAt = now;
    change(fields, now);
  }

  public static void requirePatterns(List<String> events) {
    for (int i = 0; i < events.size(); i++) {
      if (!EventPattern.isPattern(events.get(i))) {
        throw Invalid.at(
            "/events/" + i, "pattern", "Take an event type, a kind like project.*, or *.");
      }
    }
  }

  public void change(EndpointFields fields, Instant now) {
    requirePatterns(fields.events());
    url = fields.url();
    description = fields.description();
    events = fields.events();
    timeoutSeconds = fields.timeoutSeconds();
    if (!WireNames.of(fields.status()).equals(status)) {
      // Else the reason stays: why it was disabled is true whatever its description says.
      become(fields.status(), null);
    }
    updatedAt = now;
  }

  /** What seals its secret with it, so that the secret cannot be moved to another endpoint. */
  public String purpose() {
    return "webhook_endpoint:" + tenantId + ":" + id;
  }

  public void sign(byte[] sealed) {
    sealedSecret = sealed;
  }

  byte[] sealedSecret() {
    return sealedSecret;
  }

  /** The product stops calling it. */
  void disable(String reason, Instant now) {
    become(EndpointStatus.DISABLED, reason);
    updatedAt = now;
  }

  private void become(EndpointStatus next, String reason) {
    status = WireNames.of(next);
    statusReason = reason;
  }

  boolean wants(String type) {
    return events.stream().anyMatch(pattern -> new EventPattern(pattern).matches(type));
  }

  public EndpointFields fields() {
    return new EndpointFields(url, description, events, timeoutSeconds, status());
  }

  public EndpointDetails details() {
    return new EndpointDetails(
        id(),
        url,
        description,
        events,
        timeoutSeconds,
        status(),
        statusReason,
        createdAt,
        updatedAt,
        version);
  }

  public NewEndpoint details(String secret) {
    return new NewEndpoint(
        id(), url, description, events, timeoutSeconds, status(), createdAt, secret, version);
  }

  public WebhookEndpointId id() {
    return new WebhookEndpointId(id);
  }

  public EndpointStatus status() {
    return WireNames.constant(EndpointStatus.class, status).orElseThrow();
  }

  String url() {
    return url;
  }

  int timeoutSeconds() {
    return timeoutSeconds;
  }

  Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
