package org.freehold.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.freehold.engine.delivery.AddressGuard;

/**
 * Resolves a name for one connection and lets only addresses through that may be called: the
 * connection is made to these and no others, whatever the name leads to a moment later.
 */
public final class GuardedResolver extends SystemDefaultDnsResolver {
  /** The name leads to an address that may not be called. */
  public static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Forbidden(String host) {
      super(host + " lies in a network that may not be called");
    }
  }

  private final AddressGuard guard;

  public GuardedResolver(AddressGuard guard) {
    this.guard = guard;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = super.resolve(host);
    if (!guard.allows(addresses)) {
      throw new Forbidden(host);
    }
    return addresses;
  }
}
