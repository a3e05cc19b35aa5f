package org.freehold.webhooks;

/** Whether a receiver said that it wants to be called. */
public enum ConsentStatus {
  /** It is not asked: the operator does not demand it. */
  NOT_REQUIRED,
  /** Its answer is awaited: what is due waits too. */
  ASKED,
  GRANTED,
  /** It said no, or nothing: its deliveries are skipped. */
  REFUSED
}
