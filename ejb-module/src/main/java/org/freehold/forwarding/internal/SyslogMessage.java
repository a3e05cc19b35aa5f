package org.freehold.forwarding.internal;

import java.time.temporal.ChronoUnit;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.Severity;

/** An event as RFC 5424 has it: what one filters by as structured data, all of it as OCSF. */
final class SyslogMessage {
  /** Log audit. */
  private static final int FACILITY = 13;

  private static final int LONGEST_ID = 32;
  private static final int LONGEST_HOST = 255;

  private SyslogMessage() {}

  static String of(SealedEvent event, String tenant, String host, int enterprise, String text) {
    AuditEventDetails details = event.details();
    return "<"
        + (FACILITY * 8 + severity(details.severity()))
        + ">1 "
        + details.timestamp().truncatedTo(ChronoUnit.MILLIS)
        + " "
        + printable(host, LONGEST_HOST)
        + " freehold - "
        + printable(details.action(), LONGEST_ID)
        + " [audit@"
        + enterprise
        + parameter("id", details.id().value().toString())
        + parameter("sequence", Long.toString(event.place()))
        + parameter("tenant", tenant)
        + parameter("action", details.action())
        + parameter("outcome", event.outcome())
        + parameter("recorded_by", details.recordedBy())
        + "] \ufeff"
        + text;
  }

  /** RFC 5424 6.2.1, from emergency (0) to debug (7). */
  private static int severity(Severity severity) {
    return switch (severity) {
      case INFO -> 6;
      case WARNING -> 4;
      case ERROR -> 3;
      case CRITICAL -> 2;
    };
  }

  private static String printable(String text, int most) {
    String plain = text.replaceAll("[^!-~]", "_");
    return plain.isEmpty() ? "-" : plain.substring(0, Math.min(most, plain.length()));
  }

  /** RFC 5424 6.3.3: quotes, backslashes and closing brackets are escaped. */
  private static String parameter(String name, String value) {
    return " "
        + name
        + "=\""
        + value.replaceAll("([\"\\\\\\]])", "\\\\$1").replaceAll("\\p{Cntrl}", " ")
        + "\"";
  }
}
