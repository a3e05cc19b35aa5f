package org.freehold.engine.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses in CIDR form, as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record AddressRange(byte[] network, int bits) {
  private static final Pattern FORM =
      Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/([0-9]{1,3})");

  /** An IllegalArgumentException when the text is not of the form; no name is ever looked up. */
  public static AddressRange parse(String text) {
    var matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("No range of addresses: " + text);
    }
    try {
      byte[] network = InetAddress.getByName(matcher.group(1)).getAddress();
      int bits = Integer.parseInt(matcher.group(2));
      if (bits > network.length * 8) {
        throw new IllegalArgumentException("No range of addresses: " + text);
      }
      return new AddressRange(network, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("No range of addresses: " + text, e);
    }
  }

  /** A range, or a single address as a range of one. */
  public static AddressRange ofRangeOrAddress(String text) {
    if (text.indexOf('/') >= 0) {
      return parse(text);
    }
    // An IPv4 address in the clothes of IPv6 has 32 bits.
    byte[] address = parse(text + "/0").network();
    return new AddressRange(address, address.length * 8);
  }

  public boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
