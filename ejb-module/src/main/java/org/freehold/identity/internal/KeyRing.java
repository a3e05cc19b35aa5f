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

  private record Ring(List<PublicJsonWebKey> keys, Instant read) {}

  @Inject private SigningKeys stored;
  @Inject private Clock clock;
  private volatile Ring ring = new Ring(List.of(), Instant.EPOCH);

  /**
   * Newest first. A key made moments ago signs only when it is the only one: caches elsewhere must
   * learn of it.
   */
  public List<PublicJsonWebKey> all() {
    return fresh(FRESH).keys();
  }

  public PublicJsonWebKey signing() {
    List<PublicJsonWebKey> keys = all();
    if (keys.isEmpty()) {
      stored.rotate();
      keys = fresh(Duration.ZERO).keys();
    }
    return keys.get(0);
  }

  /** An unknown id costs a read at most every five seconds, however many forged tokens arrive. */
  public Optional<PublicJsonWebKey> byId(String kid) {
    return find(all(), kid).or(() -> find(fresh(LEAST_GAP).keys(), kid));
  }

  private static Optional<PublicJsonWebKey> find(List<PublicJsonWebKey> keys, String kid) {
    return keys.stream().filter(key -> key.getKeyId().equals(kid)).findFirst();
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
