package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries, as the role of the server, to reach what belongs to another tenant; inside a transaction.
 */
final class IsolationProbe {
  private static final String POLICY_REFUSES = "42501";

  private final Connection connection;
  private final String tenant;
  private final String foreign;

  IsolationProbe(Connection connection, String tenant, String foreign) {
    this.connection = connection;
    this.tenant = tenant;
    this.foreign = foreign;
  }

  /** Each way in that was found open. */
  List<String> leaks() throws SQLException {
    List<String> tables =
        Database.texts(
            connection,
            "select relname from pg_class c where relnamespace = 'tenant'::regnamespace and obj_description(oid) like 'TENANT:%' order by 1");
    List<String> leaks = new ArrayList<>();
    Database.run(connection, "set local role freehold_app");
    for (String table : tables) {
      enter("");
      leaks.addAll(found(table, "true", table + " is read without a tenant"));
      enter(tenant);
      leaks.addAll(found(table, "tenant_id <> '" + tenant + "'", table + " shows other tenants"));
    }
    leaks.addAll(writes());
    Database.run(connection, "reset role");
    return leaks;
  }

  private List<String> writes() throws SQLException {
    enter(tenant);
    // A table without triggers: those of others would refuse, whatever the policy says.
    String row = " values ('" + foreign + "', 'intruder', current_date, 0, 1)";
    List<String> leaks = new ArrayList<>();
    if (succeeds("insert into tenant.usage_counter (tenant_id, meter, day, shard, used)" + row)) {
      leaks.add("usage_counter takes rows for other tenants");
    }
    if (succeeds("update tenant.membership set tenant_id = '" + foreign + "'")) {
      leaks.add("membership gives rows away to other tenants");
    }
    return leaks;
  }

  private void enter(String id) throws SQLException {
    Database.run(connection, "select set_config('app.tenant_id', '" + id + "', true)");
  }

  private List<String> found(String table, String condition, String leak) throws SQLException {
    String sql = "select count(*) from tenant." + table + " where " + condition;
    return Database.texts(connection, sql).get(0).equals("0") ? List.of() : List.of(leak);
  }

  private boolean succeeds(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      Database.run(connection, sql);
      return true;
    } catch (SQLException e) {
      // A constraint that refuses comes after the policy that did not.
      return !e.getSQLState().equals(POLICY_REFUSES);
    } finally {
      connection.rollback(before);
    }
  }
}
