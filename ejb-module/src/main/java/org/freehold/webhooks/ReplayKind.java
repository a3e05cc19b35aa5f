package org.freehold.webhooks;

/** How a replay came about. */
public enum ReplayKind {
  /** One delivery was asked for. */
  ONE,
  /** Many were asked for. */
  MANY,
  /** By itself, when an endpoint that wishes it recovered. */
  REDRIVE
}
