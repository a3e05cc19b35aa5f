package org.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "192.168.1.1",
        "0.0.0.0/0",
        "255.255.255.255/32",
        "::1",
        "::/0",
        "2001:db8::/32",
        "::ffff:1.2.3.4"
      })
  void takesAddressesAndRanges(String value) {
    assertThat(new IpRange.Check().isValid(value, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/08",
        "1.2.3.4.",
        ".1.2.3.4",
        "localhost",
        "::/129",
        "1::2::3",
        ":::",
        "fe80::1%eth0",
        "[::1]",
        ".:1",
        "12345::",
        "example.com",
        "0x7f.1",
        "10.0.0.1/8",
        "2001:db8::1/32",
        "::ffff:10.0.0.0/8",
        "::ffff:10.0.0.0/104"
      })
  void refusesWhatIsNoAddress(String value) {
    assertThat(new IpRange.Check().isValid(value, null)).isFalse();
  }
}
