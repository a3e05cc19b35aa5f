package org.freehold.webhooks.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.freehold.webhooks.EndpointDetails;

/**
 * The secrets that sign an endpoint's messages. Changing one: the new one signs at once, the old
 * one beside it until it expires or the receiver has accepted the new one alone; then it is
 * destroyed.
 */
@Embeddable
public class SealedSecrets {
  @Column(name = "sealed_secret")
  private byte[] current;

  @Column(name = "previous_sealed_secret")
  private byte[] previous;

  @Column(name = "previous_expires_at")
  private Instant previousExpiresAt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "rotation_accepted_at")
  private Instant acceptedAt;

  protected SealedSecrets() {}

  SealedSecrets(byte[] sealed) {
    current = sealed;
  }

  void rotate(byte[] sealed, Instant now, Instant previousUntil) {
    boolean overlaps = previousUntil.isAfter(now);
    previous = overlaps ? current : null;
    previousExpiresAt = overlaps ? previousUntil : null;
    current = sealed;
    rotatedAt = now;
    acceptedAt = null;
  }

  /** Destroys the old one when its time is over; whether it did. */
  boolean expire(Instant now) {
    if (previous == null || previousExpiresAt.isAfter(now)) {
      return false;
    }
    destroyPrevious();
    return true;
  }

  /**
   * The receiver accepted what the new secret alone had signed; whether that ends a change. A test
   * that is older than the last change says nothing of its secret.
   */
  boolean accept(Instant tested, Instant now) {
    if (previous == null || tested.isBefore(rotatedAt)) {
      return false;
    }
    destroyPrevious();
    acceptedAt = now;
    return true;
  }

  private void destroyPrevious() {
    previous = null;
    previousExpiresAt = null;
  }

  byte[] current() {
    return current;
  }

  /** Null when there is none that still signs. */
  byte[] previous(Instant now) {
    return previous != null && previousExpiresAt.isAfter(now) ? previous : null;
  }

  EndpointDetails.SecretRotation rotation() {
    return previousExpiresAt == null && acceptedAt == null
        ? null
        : new EndpointDetails.SecretRotation(previousExpiresAt, acceptedAt);
  }
}
