package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom PostgreSQL ends for the sake of somebody else is told so, and may ask again. */
class OvertakenIT {
  private final TestTenant tenant = Fixtures.tenant();

  /** Serialization failure, deadlock detected, lock not available. */
  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03"})
  void thatSomebodyElseWasFasterIsAConflictAndNoFault(String state) throws SQLException {
    String project = "/api/projects/" + tenant.project();
    try (Connection superuser = Database.asAdministrator()) {
      Database.run(
          superuser,
          ("create function tenant.overtake() returns trigger language plpgsql as $$ begin"
                  + " raise exception using errcode = '%s'; end $$;"
                  + " create trigger overtaken before update on tenant.project for each row"
                  + " when (new.tenant_id = '%s') execute function tenant.overtake()")
              .formatted(state, tenant.id()));
      try {
        rename(project).isProblem(409, "concurrent_change");
      } finally {
        Database.run(superuser, "drop function tenant.overtake() cascade");
      }
    }
    rename(project).is(200);
  }

  private Answer rename(String project) {
    return tenant.api().patch(project, Body.of("name", "Renamed"));
  }
}
