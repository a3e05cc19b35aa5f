package org.freehold.domains.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.freehold.domains.DomainDetails;
import org.freehold.domains.DomainId;
import org.freehold.domains.DomainProof;
import org.freehold.domains.DomainStatus;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;

/**
 * A tenant's claim to a domain. Pending; verified when its TXT record was found; pending again when
 * that has been missing for too long.
 */
@Entity
@Table(schema = "control", name = "tenant_domain")
public class CustomDomain {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CHALLENGE_BYTES = 32;

  @Id private UUID id;

  @Column(name = "tenant_id")
  private UUID tenantId;

  private String domain;
  private String challenge;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "missing_since")
  private Instant missingSince;

  @Version private long version;

  protected CustomDomain() {}

  /** Claimed under a name that {@link DomainNames} let pass. */
  public CustomDomain(TenantId tenant, String domain, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    this.domain = domain;
    byte[] bytes = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(bytes);
    challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    createdAt = now;
  }

  /** The record was found. */
  public void seen(Instant now) {
    if (verifiedAt == null) {
      verifiedAt = now;
    }
    checkedAt = now;
    missingSince = null;
  }

  /** A look at a verified domain found nothing; whether that has been so for too long. */
  public boolean missed(Instant now, Duration grace) {
    checkedAt = now;
    if (missingSince == null) {
      missingSince = now;
    }
    return !missingSince.plus(grace).isAfter(now);
  }

  /** It proves nothing any more. */
  public void lapse() {
    verifiedAt = null;
    missingSince = null;
  }

  public boolean isVerified() {
    return verifiedAt != null;
  }

  public boolean isMissing() {
    return missingSince != null;
  }

  public DomainProof proof() {
    return new DomainProof(DomainNames.CHALLENGE + domain, "freehold-verification=" + challenge);
  }

  public DomainDetails details(String tenantSlug) {
    return new DomainDetails(
        id(),
        domain,
        tenantSlug,
        isVerified() ? DomainStatus.VERIFIED : DomainStatus.PENDING,
        proof().txtName(),
        proof().txtValue(),
        createdAt,
        verifiedAt,
        checkedAt,
        missingSince,
        version);
  }

  public DomainId id() {
    return new DomainId(id);
  }

  public TenantId tenantId() {
    return new TenantId(tenantId);
  }

  public String domain() {
    return domain;
  }

  Instant createdAt() {
    return createdAt;
  }
}
