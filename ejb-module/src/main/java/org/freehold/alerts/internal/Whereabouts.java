package org.freehold.alerts.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Network;
import org.freehold.platform.json.Digests;

/** Where somebody is, as roughly as it takes to know it again. */
final class Whereabouts {
  /** A network counts the bits of an IPv4 address from those of the IPv6 address that holds it. */
  private static final int V4_PREFIX = 96 + 24;

  private static final int V6_PREFIX = 48;
  private static final int KEPT_BYTES = 16;

  private Whereabouts() {}

  /** The /24 of an IPv4 address, the /48 of an IPv6 address; empty for what is no address. */
  static Optional<String> network(String address) {
    return Optional.ofNullable(address).flatMap(IpAddress::parse).map(Whereabouts::network);
  }

  private static String network(IpAddress address) {
    int prefix = address.v4() ? V4_PREFIX : V6_PREFIX;
    IpAddress first =
        address.v4()
            ? new IpAddress(address.high(), address.low() & ~0xffL, true)
            : new IpAddress(address.high() & ~0xffffL, 0, false);
    return new Network(first, prefix).text();
  }

  /** A program without its version: an update is no other program. */
  static Optional<String> program(String userAgent) {
    return Optional.ofNullable(userAgent)
        .map(agent -> agent.replaceAll("[0-9][0-9._]*", ""))
        .filter(agent -> !agent.isBlank());
  }

  /** So that no address is kept beside a person. */
  static String digest(String subject, String place) {
    byte[] hash = Digests.sha256((subject + "\n" + place).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, KEPT_BYTES));
  }
}
