package org.freehold.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The signing keys in memory, read again every minute, and at once for a key id that is not known.
 */
@ApplicationScoped
public class KeyRing {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration LEAST_GAP = Duration.ofSeconds(5);

  private record Ring(List<SigningKeys.SigningKey> keys, Instant read) {}

  @Inject private SigningKeys stored;
  @Inject private Clock clock;
  private volatile Ring ring = new Ring(List.of(), Instant.EPOCH);

  /** Every key that verifies, newest first. */
  public List<PublicJsonWebKey> all() {
    return fresh(FRESH).keys().stream().map(SigningKeys.SigningKey::jwk).toList();
  }

  /**
   * The oldest that has not retired: a newer one is published for a day before it signs, so that
   * caches elsewhere know it by then.
   */
  public PublicJsonWebKey signing() {
    return current(fresh(FRESH)).or(() -> current(rotated())).orElseThrow().jwk();
  }

  private Ring rotated() {
    stored.rotate();
    return fresh(Duration.ZERO);
  }

  private Optional<SigningKeys.SigningKey> current(Ring known) {
    return known.keys().stream()
        .filter(key -> key.retires().isAfter(clock.instant()))
        .reduce((newer, older) -> older);
  }

  /** An unknown id costs a read at most every five seconds, however many forged tokens arrive. */
  public Optional<PublicJsonWebKey> byId(String kid) {
    return find(fresh(FRESH), kid).or(() -> find(fresh(LEAST_GAP), kid));
  }

  private static Optional<PublicJsonWebKey> find(Ring known, String kid) {
    return known.keys().stream()
        .map(SigningKeys.SigningKey::jwk)
        .filter(key -> key.getKeyId().equals(kid))
        .findFirst();
  }

  private Ring fresh(Duration age) {
    Ring known = ring;
    if (clock.instant().isBefore(known.read().plus(age)) && age != Duration.ZERO) {
      return known;
    }
    Ring read = new Ring(List.copyOf(stored.load()), clock.instant());
    ring = read;
    return read;
  }
}
