package org.freehold.webhooks;

/** Where a delivery is. */
public enum DeliveryStatus {
  PENDING,
  DELIVERED,
  /** It was tried as often as it is to be, or its receiver is gone for good. */
  EXHAUSTED,
  /** It was never tried: the endpoint was not enabled when its turn came, or there was no room. */
  SKIPPED
}
