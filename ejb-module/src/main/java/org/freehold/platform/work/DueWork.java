package org.freehold.platform.work;

/**
 * Something that looks for what is due and does it: asked when the {@link Doorbell} rings and with
 * every {@link Tick}. Found by CDI.
 */
public interface DueWork {
  /** Begins what is due, on threads of its own, and returns. */
  void lookForWork();

  /** Holds the leases of what this node is at. */
  void holdLeases();
}
