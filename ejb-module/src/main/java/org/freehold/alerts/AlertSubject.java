package org.freehold.alerts;

/** What sort of thing an alert is about. */
public enum AlertSubject {
  USER,
  API_KEY,
  NETWORK,
  SYSTEM
}
