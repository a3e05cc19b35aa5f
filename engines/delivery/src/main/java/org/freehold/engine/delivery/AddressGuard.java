package org.freehold.engine.delivery;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which addresses a tenant may make us call: those of the public network, and those that the
 * operator allows. A name that leads to one forbidden address among others is refused as a whole.
 */
public final class AddressGuard {
  /**
   * The special-purpose registries of IANA (RFC 6890 and its updates), multicast included, and the
   * public address at which Azure's platform answers its own virtual machines.
   */
  private static final List<AddressRange> FORBIDDEN =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "168.63.129.16/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(AddressRange::parse)
          .toList();

  private final List<AddressRange> allowed;

  /** {@code allowed} wins over what is forbidden. */
  public AddressGuard(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Whether all of them may be called; no address at all may not. */
  public boolean allows(InetAddress... addresses) {
    return addresses.length > 0 && Arrays.stream(addresses).allMatch(this::allowsOne);
  }

  private boolean allowsOne(InetAddress address) {
    byte[] bytes = address.getAddress();
    return allowed.stream().anyMatch(range -> range.contains(bytes))
        || FORBIDDEN.stream().noneMatch(range -> range.contains(bytes));
  }
}
