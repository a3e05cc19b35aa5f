package org.freehold.domains;

import org.freehold.platform.Problem;

/** The resolver does not answer, or cannot: nothing is known of the domain. */
public final class DnsUnavailable extends Problem {
  private static final long serialVersionUID = 1;

  public DnsUnavailable(String name, String reason) {
    super(
        503,
        "dns_unavailable",
        "DNS unavailable",
        "DNS could not be asked for " + name + ": " + reason + ".",
        "Check the name servers of the domain, or ask the operator; then try again.");
  }
}
