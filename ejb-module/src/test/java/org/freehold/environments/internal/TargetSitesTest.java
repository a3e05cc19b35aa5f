package org.freehold.environments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.TargetKind;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;

class TargetSitesTest {
  private static final EnvironmentId DEV = new EnvironmentId(new UUID(1, 2));

  private static TargetSites keptAt(String databaseUrl) {
    EnvironmentSettings settings = new EnvironmentSettings();
    settings.databaseUrl = databaseUrl;
    settings.databaseUser = "keeper";
    settings.databasePassword = "secret";
    settings.connections = 3;
    TargetSites sites = new TargetSites();
    sites.settings = settings;
    return sites;
  }

  @Test
  void withoutADatabaseForThemEnvironmentsHaveNoTables() {
    Conflict refused =
        catchThrowableOfType(Conflict.class, () -> keptAt(EnvironmentSettings.NONE).managed(DEV));
    assertThat(refused.code()).isEqualTo("environments_not_configured");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.hint()).contains("FREEHOLD_ENVIRONMENTS_DATABASE_URL");
  }

  @Test
  void byNightOnlyThoseOutsideAreVisitedWhereThereIsNoDatabaseForThem() {
    EnvironmentId outside = new EnvironmentId(new UUID(3, 4));
    EnvironmentRepository kept =
        new EnvironmentRepository() {
          @Override
          public List<EnvironmentId> ids(TenantId tenant) {
            return List.of(DEV, outside);
          }

          @Override
          public List<EnvironmentId> ids(TenantId tenant, TargetKind kind) {
            return kind == TargetKind.OUTSIDE ? List.of(outside) : List.of(DEV);
          }
        };
    TargetSites without = keptAt(EnvironmentSettings.NONE);
    without.environments = kept;
    assertThat(without.all(TenantId.PLATFORM)).containsExactly(outside);
    TargetSites with = keptAt("jdbc:postgresql://db/environments");
    with.environments = kept;
    assertThat(with.all(TenantId.PLATFORM)).containsExactly(DEV, outside);
  }

  @Test
  void eachHasASchemaAndARoleOfItsOwn() {
    var site = keptAt("jdbc:postgresql://db/environments").managed(DEV);
    assertThat(site.schema()).isEqualTo("env_00000000000000010000000000000002");
    assertThat(site.role()).isEqualTo(site.schema());
    assertThat(site.connections()).isEqualTo(3);
  }
}
