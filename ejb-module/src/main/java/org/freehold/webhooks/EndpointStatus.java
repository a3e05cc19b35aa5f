package org.freehold.webhooks;

/** Whether an endpoint is called. */
public enum EndpointStatus {
  ENABLED,
  /** By the tenant, for a while: its deliveries are skipped. */
  PAUSED,
  /** By the receiver, who answered 410, or by the product: its deliveries are skipped. */
  DISABLED
}
