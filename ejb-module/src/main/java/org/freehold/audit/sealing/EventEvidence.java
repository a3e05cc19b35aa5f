package org.freehold.audit.sealing;

import java.time.Instant;
import java.util.List;
import org.freehold.audit.AuditEventId;

/**
 * One event of a period, with what leads from its bytes to the period's root.
 *
 * @param leafHash SHA-256 of 0x00 and the bytes of the event, in base64
 * @param inclusion hashes in base64, from the leaf upward, in the tree of the period's end (RFC
 *     9162 §2.1.3); empty where the tree is damaged
 */
public record EventEvidence(
    long position,
    AuditEventId event,
    String action,
    Instant at,
    String leafHash,
    List<String> inclusion) {
  public EventEvidence {
    inclusion = List.copyOf(inclusion);
  }
}
