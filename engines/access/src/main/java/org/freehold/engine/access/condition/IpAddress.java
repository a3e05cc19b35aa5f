package org.freehold.engine.access.condition;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as 128 bits. IPv4 is kept as {@code ::ffff:a.b.c.d}, in which form it may also be
 * written.
 *
 * @param v4 whether it is one of IPv4
 */
public record IpAddress(long high, long low, boolean v4) implements Comparable<IpAddress> {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");
  static final long MAPPED = 0xffff_0000_0000L;

  /** Empty for what is not a literal address; never asks a name server. */
  public static Optional<IpAddress> parse(String text) {
    boolean v6 = text.indexOf(':') >= 0;
    if (!(v6 ? V6 : V4).matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(InetAddress.getByName(text)));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  public static IpAddress of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    if (bytes.remaining() == 4) {
      return v4(bytes.getInt() & 0xffff_ffffL);
    }
    long high = bytes.getLong();
    long low = bytes.getLong();
    return new IpAddress(high, low, high == 0 && low >>> 32 == 0xffffL);
  }

  /** As it is usually written. */
  public String text() {
    try {
      byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static IpAddress v4(long bits) {
    return new IpAddress(0, MAPPED | bits, true);
  }

  @Override
  public int compareTo(IpAddress other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}
