package org.freehold.environments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.freehold.environments.database.internal.BackfillSession;
import org.freehold.environments.database.internal.Site;
import org.freehold.environments.database.internal.StoredBackfill;
import org.freehold.environments.internal.OutsideAddress;
import org.freehold.environments.internal.TargetSites;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;

/** The backfill of a step for the job that does it. An EJB because another module calls it. */
@Stateless
@Guarded
@NotAudited("It only reads.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EnvironmentBackfills {
  @Inject private TargetSites sites;
  @Inject private OutsideAddress addresses;

  /** Whoever opens it closes it. {@link NotFound} when no plan has such a step under way. */
  @SystemCall
  public RowBatches open(EnvironmentId environment, UUID deployment, int step)
      throws MigrationFailed {
    Site site = addresses.pinned(sites.of(environment));
    try {
      StoredBackfill backfill =
          StoredBackfill.find(site, deployment, step).orElseThrow(() -> new NotFound("backfill"));
      return new RowBatches(new BackfillSession(site, backfill.task()));
    } catch (SQLException e) {
      throw new MigrationFailed(
          MigrationFailed.UNREACHABLE, step, e.getSQLState(), e.getMessage(), null, e);
    }
  }
}
