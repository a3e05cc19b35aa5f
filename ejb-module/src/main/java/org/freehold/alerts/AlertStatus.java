package org.freehold.alerts;

/** Where an alert is: nobody has looked, somebody has, or it is done with. */
public enum AlertStatus {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED
}
