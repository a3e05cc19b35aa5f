package org.freehold.forwarding;

/** How a destination is spoken to. */
public enum DestinationKind {
  /** A JSON array of OCSF events is posted. */
  HTTPS,
  /** RFC 5424 over TCP with octet counting (RFC 6587). */
  SYSLOG_TCP,
  /** RFC 5424 over TLS (RFC 5425). */
  SYSLOG_TLS
}
