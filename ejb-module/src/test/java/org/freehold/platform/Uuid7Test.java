package org.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  @Test
  void hasVersionVariantAndTheTimeInFront() {
    long before = System.currentTimeMillis();
    UUID id = Uuid7.next();
    long millis = id.getMostSignificantBits() >>> 16;
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(millis).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void doesNotRepeat() {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(Uuid7.next())).isTrue();
    }
  }

  @Test
  void noIdIsFromBeforeTheEpoch() {
    assertThat(Uuid7.first(Instant.parse("1926-11-22T00:00:00Z")))
        .isEqualTo(Uuid7.first(Instant.EPOCH));
  }
}
