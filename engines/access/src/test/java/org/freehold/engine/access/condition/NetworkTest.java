package org.freehold.engine.access.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.255.255,true",
    "10.0.0.0/8,11.0.0.0,false",
    "10.0.0.0/8,::ffff:10.1.2.3,true",
    "0.0.0.0/0,255.255.255.255,true",
    "0.0.0.0/0,::1,false",
    "::/0,1.2.3.4,false",
    "::/0,2001:db8::1,true",
    "192.0.2.7,192.0.2.7,true",
    "192.0.2.7,192.0.2.8,false",
    "192.0.2.6/31,192.0.2.7,true",
    "2001:db8::/32,2001:db8:ffff::1,true",
    "2001:db8::/32,2001:db9::,false",
    "2001:db8:0:1::/64,2001:db8:0:1:ffff::,true",
    "2001:db8::8/127,2001:db8::9,true",
    "2001:db8::8/127,2001:db8::a,false"
  })
  void containsItsAddresses(String network, String address, boolean inside) {
    assertThat(
            Network.parse(network).orElseThrow().contains(IpAddress.parse(address).orElseThrow()))
        .isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0/8",
        "10.0.0.256",
        "010.0.0.1",
        "example.org",
        "localhost",
        "::/129",
        "::1/64",
        ":::",
        "fe80::1%eth0",
        "",
        "1",
        "/8",
        "10.0.0.0/"
      })
  void refusesWhatIsNone(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @Test
  void knowsTheAddressBehindIt() {
    assertThat(Network.parse("10.0.0.0/8").orElseThrow().next())
        .isEqualTo(IpAddress.parse("11.0.0.0"));
    assertThat(Network.parse("2001:db8:0:ffff::/64").orElseThrow().next())
        .isEqualTo(IpAddress.parse("2001:db8:1::"));
    assertThat(Network.parse("255.0.0.0/8").orElseThrow().next()).isEmpty();
    assertThat(Network.parse("::/0").orElseThrow().next()).isEmpty();
  }
}
