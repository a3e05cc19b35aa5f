package org.freehold.environments.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.EnvironmentTarget;
import org.freehold.environments.TargetKind;
import org.freehold.environments.database.internal.Login;
import org.freehold.environments.database.internal.Site;
import org.freehold.identity.Sealing;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotFound;
import org.freehold.platform.TenantId;

/** Knows where the tables of an environment are. Asked in a short transaction of its own. */
@Stateless
public class TargetSites {
  @Inject EnvironmentRepository environments;
  @Inject EnvironmentSettings settings;
  @Inject private Sealing sealing;

  /**
   * {@link NotFound} when the tenant of the call has no such environment. An outside database
   * stands there with the name of its host: {@link OutsideAddress#pinned(Site)} looks that up,
   * which takes too long for a transaction.
   */
  public Site of(EnvironmentId id) {
    Environment environment = find(id);
    EnvironmentTarget target = environment.target();
    if (target.kind() == TargetKind.MANAGED) {
      return managed(id);
    }
    byte[] password = sealing.open(environment.purpose(), environment.sealedPassword());
    Login login =
        new Login(target.jdbcUrl(), target.user(), new String(password, StandardCharsets.UTF_8));
    return Site.outside(id.value(), login, target.schema());
  }

  /** Also of an environment whose row is gone. */
  public Site managed(EnvironmentId id) {
    if (!settings.hasDatabase()) {
      throw new Conflict(
          "environments_not_configured",
          "This installation has no database for environments.",
          "The operator names one with FREEHOLD_ENVIRONMENTS_DATABASE_URL.");
    }
    return Site.managed(id.value(), keeper(), settings.connections());
  }

  private Login keeper() {
    return new Login(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
  }

  /** Of the tenant of the call, those that have a database. */
  public List<EnvironmentId> all() {
    return all(CurrentCall.tenantId());
  }

  List<EnvironmentId> all(TenantId tenant) {
    return settings.hasDatabase()
        ? environments.ids(tenant)
        : environments.ids(tenant, TargetKind.OUTSIDE);
  }

  /** How many days what was dropped in the environment is kept. */
  public int tombstoneDays(EnvironmentId id) {
    return find(id).policy().tombstoneDays();
  }

  private Environment find(EnvironmentId id) {
    return environments
        .byId(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("environment"));
  }
}
