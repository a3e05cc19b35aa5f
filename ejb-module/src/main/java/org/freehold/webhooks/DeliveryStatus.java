package org.freehold.webhooks;

/** Where a delivery is. */
public enum DeliveryStatus {
  PENDING,
  DELIVERED,
  FAILED,
  /** The endpoint was not enabled when its turn came. */
  SKIPPED
}
