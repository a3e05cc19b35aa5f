package org.freehold.custody.internal;

import static org.freehold.platform.TenantId.PLATFORM;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.freehold.audit.sealing.AuditEvents;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.work.WorkQueue;

/** Keeps what is announced until it has left, in the transaction that announces it. */
@ApplicationScoped
public class CheckpointCopies {
  /** So that the first mail has more than the log that was announced first. */
  private static final Duration GATHERING = Duration.ofSeconds(10);

  @Inject private CustodySettings mail;
  @Inject private StoreSettings store;
  @Inject private CopyRows copies;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  void keep(@Observes AuditEvents.CheckpointSigned signed) {
    boolean toMail = !mail.recipients().isEmpty();
    boolean toStore = store.isConfigured();
    Instant now = clock.instant();
    if (toMail || toStore) {
      copies.add(CurrentCall.tenantId(), signed, toMail, toStore, now);
    }
    if (toMail) {
      work.scheduleOnce(DigestWork.KIND, PLATFORM, PLATFORM.value(), now.plus(GATHERING));
    }
    if (toStore) {
      // Also where it waits until what was refused is tried again.
      work.schedule(StoreWork.KIND, PLATFORM, PLATFORM.value(), now);
    }
  }
}
