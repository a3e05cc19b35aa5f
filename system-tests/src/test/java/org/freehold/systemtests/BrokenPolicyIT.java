package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks the isolation of tenants on purpose, in a transaction that is never committed. */
@Alone
class BrokenPolicyIT {
  private static TestTenant tenant;
  private static TestTenant foreign;

  @BeforeAll
  static void makeTwoTenants() {
    tenant = Fixtures.tenant();
    foreign = Fixtures.tenant();
    tenant.project();
    foreign.project();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter policy tenant_isolation on tenant.project using (true) | policy of isolation",
        "alter policy tenant_isolation on tenant.project with check (true) | policy of isolation",
        "drop policy tenant_isolation on tenant.project | policy of isolation",
        "create policy more on tenant.project using (true) | no other policy",
        "alter table tenant.project no force row level security | is forced",
        "alter table tenant.project disable row level security | is forced",
        "alter table tenant.project owner to freehold_app | owner owns everything",
        "alter role freehold_app bypassrls | bypass nothing",
        "alter role freehold_owner login | owner owns everything",
        "grant freehold_owner to freehold_app | bypass nothing",
        "create index short_way on tenant.project (name) | begins with the tenant",
        "alter table tenant.project drop constraint project_pkey cascade | has a key",
        "create table tenant.forgotten (id uuid) | names its class",
        "create materialized view tenant.copy as select * from tenant.project | materialized",
        "create view tenant.window as select * from tenant.project | rights of the caller",
        "create function tenant.trick() returns int security definer language sql as 'select 1' | rights of its owner",
        "create sequence tenant.counter owned by none | share no sequence",
        "grant select on tenant.audit_event_rest to freehold_app | on a partition",
        "grant select (leaf) on tenant.audit_event to freehold_worker | single columns",
        "alter table tenant.project add foreign key (tenant_id) references control.tenant | another schema",
      })
  void theRulesOfTheCatalogCatchIt(String sql, String rule) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      connection.setAutoCommit(false);
      Database.run(connection, sql);
      assertThat(CatalogRules.offences(connection)).anyMatch(offence -> offence.contains(rule));
      connection.rollback();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alter policy tenant_isolation on tenant.project using (true), project shows other tenants",
    "alter policy tenant_isolation on tenant.membership using (true), membership is read without a tenant",
    "alter table tenant.membership disable row level security, membership gives rows away to other tenants",
    "alter policy tenant_isolation on tenant.usage_counter with check (true), usage_counter takes rows for other tenants",
    "alter role freehold_app bypassrls, project shows other tenants",
  })
  void theProbeFindsTheWayIn(String sql, String leak) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      connection.setAutoCommit(false);
      Database.run(connection, sql);
      var leaks = new IsolationProbe(connection, tenant.id(), foreign.id()).leaks();
      connection.rollback();
      assertThat(leaks).contains(leak);
    }
  }

  @Test
  void theRolledBackBreachesLeaveNothing() throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      assertThat(CatalogRules.offences(connection)).isEmpty();
    }
  }
}
