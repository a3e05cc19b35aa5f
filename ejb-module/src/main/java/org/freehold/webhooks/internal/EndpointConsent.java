package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.freehold.engine.delivery.Consent;
import org.freehold.platform.json.WireNames;
import org.freehold.webhooks.ConsentStatus;
import org.freehold.webhooks.EndpointDetails;

/**
 * Whether the receiver at the URL of an endpoint wants the calls: asked, then granted or refused.
 */
@Embeddable
public class EndpointConsent {
  private static final int LONGEST = 500;

  @Column(name = "consent")
  private String status;

  @Column(name = "consent_origin")
  private String origin;

  @Column(name = "consent_rate_per_minute")
  private Integer ratePerMinute;

  @Column(name = "consent_asked_at")
  private Instant askedAt;

  @Column(name = "consent_detail")
  private String detail;

  protected EndpointConsent() {}

  private EndpointConsent(ConsentStatus status, Instant askedAt) {
    this.status = WireNames.of(status);
    this.askedAt = askedAt;
  }

  static EndpointConsent notRequired() {
    return new EndpointConsent(ConsentStatus.NOT_REQUIRED, null);
  }

  static EndpointConsent asked(Instant now) {
    return new EndpointConsent(ConsentStatus.ASKED, now);
  }

  /** What became of the question. {@code asOrigin}: who asked, and calls from then on. */
  EndpointConsent answered(Consent answer, String asOrigin) {
    EndpointConsent next =
        new EndpointConsent(
            answer.isGranted() ? ConsentStatus.GRANTED : ConsentStatus.REFUSED, askedAt);
    next.origin = answer.isGranted() ? asOrigin : null;
    next.ratePerMinute = answer.perMinute();
    String why = answer.why();
    next.detail = why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST);
    return next;
  }

  ConsentStatus status() {
    return WireNames.constant(ConsentStatus.class, status).orElseThrow();
  }

  /** Whether it may be called. */
  boolean isThere() {
    return status() == ConsentStatus.NOT_REQUIRED || status() == ConsentStatus.GRANTED;
  }

  boolean isAwaited() {
    return status() == ConsentStatus.ASKED;
  }

  Instant askedAt() {
    return askedAt;
  }

  /** What each call says of its origin; null: nothing. */
  String origin() {
    return origin;
  }

  /** Calls that the receiver granted; null: as many as there are. */
  Integer ratePerMinute() {
    return ratePerMinute;
  }

  /** Null when none is required. */
  EndpointDetails.Consent told() {
    return status() == ConsentStatus.NOT_REQUIRED
        ? null
        : new EndpointDetails.Consent(status(), askedAt, ratePerMinute, detail);
  }
}
