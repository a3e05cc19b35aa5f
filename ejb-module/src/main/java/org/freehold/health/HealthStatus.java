package org.freehold.health;

/** How well something is, from good to bad. */
public enum HealthStatus {
  UP,
  WARNING,
  DOWN
}
