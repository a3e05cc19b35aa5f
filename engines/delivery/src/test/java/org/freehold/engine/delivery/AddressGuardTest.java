package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "168.63.129.16",
        "169.254.169.254",
        "172.31.255.255",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "fd00::1",
        "fe80::1",
        "ff02::1",
        "2002:a00:1::"
      })
  void refusesWhatIsNotPublic(String address) throws UnknownHostException {
    assertThat(guard.allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.215.14",
        "168.63.129.17",
        "172.32.0.1",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
      })
  void allowsWhatIsPublic(String address) throws UnknownHostException {
    assertThat(guard.allows(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void oneForbiddenAddressRefusesTheWholeName() throws UnknownHostException {
    InetAddress open = InetAddress.getByName("93.184.215.14");
    assertThat(guard.allows(open, InetAddress.getByName("10.0.0.1"))).isFalse();
    assertThat(guard.allows()).isFalse();
  }

  @Test
  void theOperatorMayAllowARange() throws UnknownHostException {
    AddressGuard loopback = new AddressGuard(List.of(AddressRange.parse("127.0.0.0/8")));
    assertThat(loopback.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(loopback.allows(InetAddress.getByName("10.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "example.com/8", "::/129"})
  void aRangeOfAnotherFormIsRefused(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "192.0.2.7/32", "::ffff:192.0.2.7", "192.0.2.0/29"})
  void aRangeMayBeASingleAddress(String text) throws UnknownHostException {
    AddressRange range = AddressRange.ofRangeOrAddress(text);
    assertThat(range.contains(InetAddress.getByName("192.0.2.7").getAddress())).isTrue();
    assertThat(range.contains(InetAddress.getByName("192.0.2.8").getAddress())).isFalse();
    assertThat(range.contains(InetAddress.getByName("2001:db8::7").getAddress())).isFalse();
  }
}
