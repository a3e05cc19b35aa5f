package org.freehold.webhooks.internal;

/** Why a delivery is made; what happens now goes before what is repeated. */
public enum Lane {
  NORMAL,
  REPLAY
}
