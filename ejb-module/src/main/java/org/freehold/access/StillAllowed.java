package org.freehold.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.freehold.access.internal.AccessSnapshots;
import org.freehold.access.internal.CallAccess;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.CurrentCall;

/**
 * Whether somebody who asked once may go on, as this node knew it at most a second ago. Needs a
 * running transaction.
 */
@ApplicationScoped
public class StillAllowed {
  @Inject private AccessSnapshots snapshots;
  @Inject private CallAccess caller;

  /**
   * Whether the person or key holds the permission in the tenant, and from the address, of the
   * call.
   */
  public boolean holds(UUID holder, String permission) {
    TenantSnapshot snapshot = snapshots.believedSnapshot(CurrentCall.get().requireTenant());
    Environment environment = caller.environment();
    Subject subject = snapshot.subject(holder, environment.now());
    return subject != null
        && snapshot.decide(subject, snapshot.catalogue().action(permission), null, environment)
            == Decision.ALLOW;
  }
}
