package org.freehold.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
  @Test
  void anAddressIsKnownByItsNetwork() {
    assertThat(Place.network("203.0.113.77")).contains("203.0.113.0/24");
    assertThat(Place.network("2001:db8:1:2::77").orElseThrow())
        .isEqualTo("2001:db8:1:0:0:0:0:0/48");
    assertThat(Place.network("2001:db8:1:ffff::1")).isEqualTo(Place.network("2001:db8:1::2"));
    assertThat(Place.network(null)).isEmpty();
    assertThat(Place.network("elsewhere")).isEmpty();
  }

  @Test
  void anUpdateIsNoOtherProgram() {
    assertThat(Place.program("Mozilla/5.0 Firefox/120.0"))
        .isEqualTo(Place.program("Mozilla/5.0 Firefox/121.0.1"))
        .isNotEqualTo(Place.program("Mozilla/5.0 Chrome/120.0"));
    assertThat(Place.program(" ")).isEmpty();
  }

  @Test
  void theSamePlaceOfTwoPeopleCannotBeToldFromTheDigests() {
    assertThat(Place.digest("a", "203.0.113.0/24"))
        .hasSize(32)
        .isNotEqualTo(Place.digest("b", "203.0.113.0/24"));
  }
}
