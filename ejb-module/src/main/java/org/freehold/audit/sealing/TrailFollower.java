package org.freehold.audit.sealing;

import java.time.Duration;

/**
 * Somebody who reads trails as they grow, each event in the order of its place. Whoever seals
 * queues their work with the places, so that no event is missed, however late it was committed.
 * Found by CDI.
 */
public interface TrailFollower {
  /** The kind of the work item, of which there is one for each tenant, by the tenant's own id. */
  String work();

  /** How long the work waits, so that more may come together. */
  Duration pause();
}
