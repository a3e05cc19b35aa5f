package org.freehold.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.freehold.engine.delivery.AddressGuard;

/**
 * Resolves a name for one connection and lets only addresses through that may be called: the
 * connection is made to these and no others, whatever the name leads to a moment later.
 */
public final class GuardedResolver implements DnsResolver {
  /** The name leads to an address that may not be called. */
  public static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Forbidden(String host) {
      super(host + " lies in a network that may not be called");
    }
  }

  /** An IPv4 address as some read it: as one number, of fewer parts, octal or hexadecimal. */
  private static final Pattern NUMBERS =
      Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

  /** As all read it. */
  private static final Pattern PLAIN =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private final AddressGuard guard;
  private final DnsResolver names;

  public GuardedResolver(AddressGuard guard) {
    this(guard, SystemDefaultDnsResolver.INSTANCE);
  }

  /** {@code names} is asked what a name leads to. */
  public GuardedResolver(AddressGuard guard, DnsResolver names) {
    this.guard = guard;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (NUMBERS.matcher(host).matches() && !PLAIN.matcher(host).matches()) {
      // Whom it means, the next who reads it may see otherwise.
      throw new Forbidden(host);
    }
    InetAddress[] addresses = names.resolve(host);
    if (addresses == null || !guard.allows(addresses)) {
      throw new Forbidden(host);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }
}
