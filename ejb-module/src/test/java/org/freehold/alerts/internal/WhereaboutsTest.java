package org.freehold.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhereaboutsTest {
  @Test
  void anAddressIsKnownByItsNetwork() {
    assertThat(Whereabouts.network("203.0.113.77")).contains("203.0.113.0/24");
    assertThat(Whereabouts.network("2001:db8:1:2::77").orElseThrow())
        .isEqualTo("2001:db8:1:0:0:0:0:0/48");
    assertThat(Whereabouts.network("2001:db8:1:ffff::1"))
        .isEqualTo(Whereabouts.network("2001:db8:1::2"));
    assertThat(Whereabouts.network(null)).isEmpty();
    assertThat(Whereabouts.network("elsewhere")).isEmpty();
  }

  @Test
  void anUpdateIsNoOtherProgram() {
    assertThat(Whereabouts.program("Mozilla/5.0 Firefox/120.0"))
        .isEqualTo(Whereabouts.program("Mozilla/5.0 Firefox/121.0.1"))
        .isNotEqualTo(Whereabouts.program("Mozilla/5.0 Chrome/120.0"));
    assertThat(Whereabouts.program(" ")).isEmpty();
  }

  @Test
  void theSamePlaceOfTwoPeopleCannotBeToldFromTheDigests() {
    assertThat(Whereabouts.digest("a", "203.0.113.0/24"))
        .hasSize(32)
        .isNotEqualTo(Whereabouts.digest("b", "203.0.113.0/24"));
  }
}
