package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.freehold.audit.sealing.AuditEvents;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of trails. */
@ApplicationScoped
public class AuditEventCatalogue implements EventCatalogue {
  private static final String LOG = "audit.freehold.local/t/0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e41";
  private static final String ROOT = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";
  private static final String NOTE =
      LOG
          + "\n8\n"
          + ROOT
          + "\n\n\u2014 "
          + LOG
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new AuditEvents.CheckpointSigned(
            LOG, 8, ROOT, NOTE, Instant.parse("2026-11-22T05:00:00Z")));
  }
}
