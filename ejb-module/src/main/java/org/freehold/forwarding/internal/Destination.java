package org.freehold.forwarding.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.freehold.forwarding.Batch;
import org.freehold.forwarding.DestinationDetails;
import org.freehold.forwarding.DestinationFields;
import org.freehold.forwarding.DestinationId;
import org.freehold.forwarding.DestinationKind;
import org.freehold.forwarding.DestinationStatus;
import org.freehold.forwarding.ForwardingDestinations;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * Where a trail is forwarded to: {@code enabled ↔ paused}, by people, or by the product when
 * nothing was taken for long. The next place only moves on when the destination took what came
 * before it.
 */
@Entity
@Table(name = "forwarding_destination")
@IdClass(TenantRowKey.class)
public class Destination {
  public static final String WORK = "audit_forwarding_to";

  private static final int LONGEST = 300;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String name;
  private String kind;
  private String address;

  @Column(name = "sealed_authorization")
  private byte[] sealedAuthorization;

  /** Whether this call gave another authorization. */
  @Transient private boolean replaced;

  @Column(name = "ca_certificate")
  private String caCertificate;

  private String status;

  @Column(name = "status_reason")
  private String statusReason;

  @Column(name = "next_position")
  private long next;

  @Column(name = "last_success_at")
  private Instant lastSuccessAt;

  @Column(name = "failing_since")
  private Instant failingSince;

  @Column(name = "last_error")
  private String lastError;

  /** Of whoever sends to it; written apart from the entity. */
  @Column(name = "sending_token", insertable = false, updatable = false)
  private UUID sendingToken;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Destination() {}

  public Destination(TenantId tenant, DestinationFields fields, long first, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    next = first;
    createdAt = now;
    status = WireNames.of(DestinationStatus.ENABLED);
    change(fields, now);
  }

  /**
   * The authorization is forgotten with another address, or when others are trusted there: it was
   * meant for whom it was given.
   */
  public void change(DestinationFields fields, Instant now) {
    if (!fields.address().equals(address)
        || !Objects.equals(fields.caCertificatePem(), caCertificate)) {
      sealedAuthorization = null;
    }
    name = fields.name();
    kind = WireNames.of(fields.kind());
    address = fields.address();
    caCertificate = fields.caCertificatePem();
    updatedAt = now;
    failingSince = null;
    lastError = null;
  }

  public void authorize(byte[] sealed) {
    sealedAuthorization = sealed == null ? null : sealed.clone();
    replaced = true;
  }

  /** {@code reason} null: somebody wanted it. */
  public void pause(String reason, Instant now) {
    status = WireNames.of(DestinationStatus.PAUSED);
    statusReason = cut(reason);
    updatedAt = now;
  }

  public void resume(Instant now) {
    status = WireNames.of(DestinationStatus.ENABLED);
    statusReason = null;
    failingSince = null;
    lastError = null;
    updatedAt = now;
  }

  public boolean isHeldBy(UUID token) {
    return token.equals(sendingToken);
  }

  /** Whether it is to be tried again. */
  public boolean failed(String error, Instant now, Duration most) {
    if (failingSince == null) {
      failingSince = now;
    }
    lastError = cut(error);
    return failingSince.plus(most).isAfter(now);
  }

  public Batch batch(String authorization, List<Batch.Forwarded> events, long after, boolean more) {
    return new Batch(kind(), address, authorization, caCertificate, events, next, after, more);
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** What its authorization is sealed for. */
  public String purpose() {
    return "forwarding:" + tenantId + ":" + id;
  }

  public byte[] sealedAuthorization() {
    return sealedAuthorization == null ? null : sealedAuthorization.clone();
  }

  public boolean isEnabled() {
    return status.equals(WireNames.of(DestinationStatus.ENABLED));
  }

  public long next() {
    return next;
  }

  public long version() {
    return version;
  }

  public String name() {
    return name;
  }

  public Instant failingSince() {
    return failingSince;
  }

  Instant createdAt() {
    return createdAt;
  }

  public DestinationId id() {
    return new DestinationId(id);
  }

  private DestinationKind kind() {
    return WireNames.constant(DestinationKind.class, kind).orElseThrow();
  }

  private DestinationStatus status() {
    return WireNames.constant(DestinationStatus.class, status).orElseThrow();
  }

  public ForwardingDestinations.Recorded recorded() {
    return new ForwardingDestinations.Recorded(
        name,
        kind(),
        address,
        status(),
        caCertificate == null ? null : Trust.fingerprints(caCertificate),
        credential());
  }

  private ForwardingDestinations.Credential credential() {
    if (sealedAuthorization == null) {
      return ForwardingDestinations.Credential.NONE;
    }
    return replaced
        ? ForwardingDestinations.Credential.REPLACED
        : ForwardingDestinations.Credential.KEPT;
  }

  /** {@code size} of the trail. */
  public DestinationDetails details(long size) {
    return new DestinationDetails(
        id(),
        name,
        kind(),
        address,
        sealedAuthorization != null,
        caCertificate,
        status(),
        statusReason,
        next,
        Math.max(0, size - next),
        lastSuccessAt,
        failingSince,
        lastError,
        createdAt,
        updatedAt,
        version);
  }
}
