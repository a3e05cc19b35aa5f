package org.freehold.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;

class AllowedAddressesTest {
  @Test
  void withoutRangesEveryAddressIsAllowed() {
    AllowedAddresses everywhere = new AllowedAddresses(List.of());
    assertThat(everywhere.allows("203.0.113.7")).isTrue();
    assertThat(everywhere.allows("2001:db8::1")).isTrue();
  }

  @Test
  void onlyAddressesInARangeAreAllowed() {
    AllowedAddresses allowed =
        new AllowedAddresses(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"));
    for (String inside : List.of("10.255.0.1", "192.0.2.7", "2001:db8:1::9", "::ffff:10.1.1.1")) {
      assertThat(allowed.allows(inside)).as(inside).isTrue();
    }
    for (String outside : List.of("11.0.0.1", "192.0.2.8", "2001:db9::1", "::1")) {
      assertThat(allowed.allows(outside)).as(outside).isFalse();
    }
  }

  @Test
  void whatIsNoAddressIsAllowedNowhere() {
    AllowedAddresses allowed = new AllowedAddresses(List.of("0.0.0.0/0"));
    assertThat(allowed.allows(null)).isFalse();
    assertThat(allowed.allows("localhost")).isFalse();
    assertThat(allowed.allows("999.1.1.1")).isFalse();
  }

  @Test
  void whatIsNoRangeIsRefusedAtItsPlace() {
    List<String> texts = List.of("10.0.0.0/8", "::ffff:10.0.0.0/104");
    assertThatThrownBy(() -> AllowedAddresses.checked(texts, "/allowed_ips"))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> assertThat(invalid.faults().get(0).pointer()).isEqualTo("/allowed_ips/1"));
  }
}
