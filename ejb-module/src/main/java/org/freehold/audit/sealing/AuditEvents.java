package org.freehold.audit.sealing;

import java.time.Instant;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;

/** What the world hears of trails. */
public final class AuditEvents {
  private AuditEvents() {}

  /**
   * Signed. Whoever keeps these has what it takes to find out that the trail was rewritten.
   *
   * @param log the name of the trail's log
   * @param size the number of events in it
   * @param root the hash over them, in base64
   * @param note the checkpoint as it was signed
   */
  @EventType(
      value = "audit.checkpoint",
      description =
          "A checkpoint over the audit trail was signed; keep it where the operator cannot reach it."
              + " At most one an hour.")
  public record CheckpointSigned(String log, long size, String root, String note, Instant signedAt)
      implements DomainEvent {}
}
