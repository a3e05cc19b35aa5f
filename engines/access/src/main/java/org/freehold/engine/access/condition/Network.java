package org.freehold.engine.access.condition;

import java.util.Optional;

/**
 * A network in CIDR notation, or a single address. One of IPv6 never contains an IPv4 address, so
 * that {@code ::/0} is the whole of IPv6 only.
 *
 * @param prefix of the 128 bits
 */
public record Network(IpAddress first, int prefix) {

  private static final int MAPPED_BITS = 96;

  /** Empty when malformed, or when there are bits beyond the prefix ({@code 10.0.0.1/8}). */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return IpAddress.parse(text).map(address -> new Network(address, 128));
    }
    String length = text.substring(slash + 1);
    if (!length.matches("0|[1-9]\\d{0,2}")) {
      return Optional.empty();
    }
    return IpAddress.parse(text.substring(0, slash))
        .flatMap(address -> of(address, Integer.parseInt(length)));
  }

  private static Optional<Network> of(IpAddress address, int length) {
    int prefix = address.v4() ? length + MAPPED_BITS : length;
    Network network = new Network(address, prefix);
    boolean aligned =
        prefix <= 128
            && (address.high() & ~network.highMask()) == 0
            && (address.low() & ~network.lowMask()) == 0;
    return Optional.of(network).filter(found -> aligned);
  }

  public boolean contains(IpAddress address) {
    return address.v4() == first.v4()
        && (address.high() & highMask()) == first.high()
        && (address.low() & lowMask()) == first.low();
  }

  /** The first address behind it; empty at the end of the family. */
  public Optional<IpAddress> next() {
    long low = first.low() | ~lowMask();
    long high = first.high() | ~highMask();
    if (first.v4() ? (int) low == -1 : (low & high) == -1) {
      return Optional.empty();
    }
    return Optional.of(new IpAddress(low == -1 ? high + 1 : high, low + 1, first.v4()));
  }

  /** In CIDR notation. */
  public String text() {
    int length = first.v4() ? prefix - MAPPED_BITS : prefix;
    return first.text() + "/" + length;
  }

  private long highMask() {
    return mask(Math.min(prefix, 64));
  }

  private long lowMask() {
    return mask(Math.max(prefix - 64, 0));
  }

  private static long mask(int bits) {
    return bits == 0 ? 0 : -1L << (64 - bits);
  }
}
