package org.freehold.forwarding;

import java.util.List;

/**
 * What a destination is sent at once.
 *
 * @param authorization opened; null for none
 * @param from the place of the first event that was looked at; {@code next} the one after the last
 * @param more whether to look for more when it was taken
 */
public record Batch(
    DestinationKind kind,
    String address,
    String authorization,
    String caCertificatePem,
    List<Forwarded> events,
    long from,
    long next,
    boolean more) {
  /** An event in the forms in which it is sent. */
  public record Forwarded(String ocsf, String syslog) {}

  @Override
  public String toString() {
    return "Batch of " + events.size() + " from " + from;
  }
}
