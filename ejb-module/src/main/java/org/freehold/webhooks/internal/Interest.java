package org.freehold.webhooks.internal;

/** Whether an endpoint wants to hear of a message, and why not. */
enum Interest {
  WANTED,
  OTHER_TYPE,
  OTHER_WORKSPACE,
  /** A filter does not hold. */
  FILTERED
}
