package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
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

  /** A sequence counts also what is rolled back. */
  @Test
  void aDutyOfHousekeepingIsDoneOnceMore() throws SQLException {
    tenant.api().put("/api/compliance/retention/webhook_messages", Body.of("days", 31)).is(200);
    try (Connection superuser = Database.asAdministrator()) {
      OldMessages messages = new OldMessages(superuser, tenant);
      messages.add("old", 40, "delivered", "{}");
      Database.run(
          superuser,
          ("create sequence tenant.overtakes; grant usage on sequence tenant.overtakes to public;"
                  + " create function tenant.overtake() returns trigger language plpgsql as $$ begin"
                  + " if nextval('tenant.overtakes') = 1 then raise exception using errcode = '40P01'; end if;"
                  + " return old; end $$;"
                  + " create trigger overtaken before delete on tenant.message for each row"
                  + " when (old.tenant_id = '%s') execute function tenant.overtake()")
              .formatted(tenant.id()));
      try {
        Housekeeping.run(Fixtures.operator());
        assertThat(Database.count(superuser, "select last_value from tenant.overtakes"))
            .isEqualTo(2);
      } finally {
        Database.run(
            superuser, "drop function tenant.overtake() cascade; drop sequence tenant.overtakes");
      }
      assertThat(messages.left()).isEmpty();
    }
  }

  private Answer rename(String project) {
    return tenant.api().patch(project, Body.of("name", "Renamed"));
  }
}
