package org.freehold.environments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** What is done to environments by night. An EJB because other modules call it. */
@Stateless
@Guarded
@NotAudited("It looks at environments and takes away what was left over; nobody asked for it.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EnvironmentHousekeeping {
  @Inject private EnvironmentTargets targets;
  @Inject private Environments environments;
  @Inject private Clock clock;

  /** Those of the tenant; only those outside where the installation has no database for them. */
  @SystemCall
  public List<EnvironmentId> all() {
    return targets.all();
  }

  /** Looks whether it is as releases left it, and keeps what is found. */
  @SystemCall
  public EnvironmentDrift lookAt(EnvironmentId id) throws MigrationFailed {
    Instant begun = clock.instant();
    return environments.found(id, targets.read(id), begun);
  }

  /** Removes what nothing can bring back any more but a backup of the operator; tells what. */
  @SystemCall
  public List<String> clean(EnvironmentId id) throws MigrationFailed {
    return targets.clean(id);
  }
}
