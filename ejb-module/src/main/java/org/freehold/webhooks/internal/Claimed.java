package org.freehold.webhooks.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;

/**
 * A row of the queue that this node has under a lease.
 *
 * @param endpoint null for a message that must be spread
 * @param subject the delivery, or the message
 * @param fence rises with every claim: what an old one says changes nothing
 * @param failures of our own in its way so far, not of the receiver
 * @param until when the lease ends that came with the claim, in nanoseconds of this node's clock
 */
public record Claimed(
    TenantId tenant,
    UUID endpoint,
    UUID subject,
    Lane lane,
    long fence,
    Instant dueAt,
    int failures,
    long until) {
  /**
   * What is worked on in one transaction each: all that never failed, and one by one what did, so
   * that a row that always fails takes no other with it more than once.
   */
  static List<List<Claimed>> together(List<Claimed> rows) {
    Map<Boolean, List<Claimed>> failed =
        rows.stream().collect(Collectors.partitioningBy(row -> row.failures() > 0));
    List<List<Claimed>> groups = new ArrayList<>();
    if (!failed.get(false).isEmpty()) {
      groups.add(failed.get(false));
    }
    failed.get(true).forEach(row -> groups.add(List.of(row)));
    return groups;
  }
}
