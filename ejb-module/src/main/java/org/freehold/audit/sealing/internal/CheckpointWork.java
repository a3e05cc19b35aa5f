package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Signs the checkpoint of a trail that has grown. */
@ApplicationScoped
public class CheckpointWork implements WorkHandler {
  static final String KIND = "audit_checkpoint";

  /** In the place of the tenant's id: signed once more for those who wait to be told. */
  static final UUID ANNOUNCED = new UUID(0, 1);

  private static final Duration LATER = Duration.ofMinutes(5);

  @Inject private Checkpoints checkpoints;
  @Inject private CheckpointAnnouncement announcement;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    TenantRef tenant = CurrentCall.get().requireTenant();
    try {
      Optional<CheckpointRows.Signed> signed = checkpoints.sign(tenant);
      if (signed.isPresent()) {
        announcement.announce(tenant.id(), signed.get().note(), signed.get().signedAt());
      }
    } catch (TrailNotConsistent e) {
      // Told where it was found. It may be a restore that is still under way.
      throw NotNow.unattempted(LATER);
    }
  }
}
