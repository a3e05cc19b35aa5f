package org.freehold.forwarding;

/** Whether a destination is sent anything. */
public enum DestinationStatus {
  ENABLED,
  PAUSED
}
