package org.freehold.keys.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.freehold.engine.delivery.AddressRange;
import org.freehold.platform.Invalid;

/** Where a key may be used from; everywhere when there is no range. */
final class AllowedAddresses {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final List<AddressRange> ranges;

  AllowedAddresses(List<String> texts) {
    ranges = texts.stream().map(AddressRange::ofRangeOrAddress).toList();
  }

  /** The same texts, when each is a range; else {@link Invalid} below the pointer. */
  static List<String> checked(List<String> texts, String pointer) {
    for (int i = 0; i < texts.size(); i++) {
      try {
        AddressRange.ofRangeOrAddress(texts.get(i));
      } catch (IllegalArgumentException e) {
        // Its message repeats the text and says no more.
        throw Invalid.at(pointer + "/" + i, "ip_range", "This is no range of addresses.");
      }
    }
    return texts;
  }

  /** An address that cannot be read is allowed nowhere. */
  boolean allows(String address) {
    if (ranges.isEmpty()) {
      return true;
    }
    if (address == null || !LITERAL.matcher(address).matches()) {
      return false;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return ranges.stream().anyMatch(range -> range.contains(bytes));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
