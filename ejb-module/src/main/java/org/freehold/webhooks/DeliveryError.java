package org.freehold.webhooks;

/** What can go wrong with an attempt, told apart for whoever mends it. */
public enum DeliveryError {
  /** The name leads to no address. */
  DNS,
  /** The name leads to an address that tenants may not make us call. */
  FORBIDDEN_ADDRESS,
  /** The name leads to a network whose receivers must agree first; nothing was sent. */
  NO_CONSENT,
  /** Nobody listens, or the connection broke. */
  CONNECTION,
  TLS,
  TIMEOUT,
  /** An answer from 300 to 399: redirects are not followed. */
  REDIRECT,
  CLIENT_ERROR,
  SERVER_ERROR,
  /** The answer was not HTTP. */
  PROTOCOL
}
