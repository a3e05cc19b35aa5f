package org.freehold.benchmarks.webhooks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.benchmarks.webhooks.HookTenants.Tenant;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.platform.Uuid7;

/** Writes messages, and deliveries of them, where the transactions of the product write them. */
final class Outbox {
  private static final int TOGETHER = 5000;
  private static final String MESSAGES =
      "with made as (select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as m"
          + " (tenant_id, id, type, body)), told as (insert into tenant.message (tenant_id, id,"
          + " type, body, created_at, spread_at) select tenant_id, id, type, body, now(), case when"
          + " ? then now() end from made) insert into control.delivery_due (tenant_id, subject_id,"
          + " due_at) select tenant_id, id, now() from made where not ?";
  private static final String DELIVERIES =
      "with made as (select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) as d"
          + " (tenant_id, id, message_id, endpoint_id)), told as (insert into tenant.delivery"
          + " (tenant_id, id, message_id, endpoint_id, type, status, sequence, created_at,"
          + " next_attempt_at) select tenant_id, id, message_id, endpoint_id, 'bench.depth',"
          + " 'pending', 1, now(), now() from made) insert into control.delivery_due (tenant_id,"
          + " endpoint_id, subject_id, due_at) select tenant_id, endpoint_id, id, now() from made";

  /** A message of a tenant. */
  record Written(Tenant tenant, UUID id, String type, int mark) {}

  private final DatabaseLogin administrator;

  Outbox(DatabaseLogin administrator) {
    this.administrator = administrator;
  }

  /** Brings the statistics of the database up to date. */
  void analyze() throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  /** In one transaction. */
  void tell(List<Written> messages, boolean spread) throws SQLException {
    try (Connection connection = administrator.connect()) {
      connection.setAutoCommit(false);
      tell(connection, messages, spread);
      connection.commit();
    }
  }

  private static void tell(Connection connection, List<Written> messages, boolean spread)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(MESSAGES)) {
      for (int from = 0; from < messages.size(); from += TOGETHER) {
        List<Written> some = messages.subList(from, Math.min(messages.size(), from + TOGETHER));
        insert.setArray(1, ids(connection, some.stream().map(one -> one.tenant().id()).toList()));
        insert.setArray(2, ids(connection, some.stream().map(Written::id).toList()));
        insert.setArray(
            3, connection.createArrayOf("text", some.stream().map(Written::type).toArray()));
        insert.setArray(
            4,
            connection.createArrayOf(
                "text", some.stream().map(one -> Post.body(one.type(), one.mark())).toArray()));
        insert.setBoolean(5, spread);
        insert.setBoolean(6, spread);
        insert.executeUpdate();
      }
    }
  }

  /** So many deliveries that are due, in turn of all endpoints, of one message of each tenant. */
  void queue(List<Tenant> tenants, int deliveries) throws SQLException {
    List<Written> messages =
        tenants.stream().map(one -> new Written(one, Uuid7.next(), "bench.depth", 1)).toList();
    try (Connection connection = administrator.connect()) {
      connection.setAutoCommit(false);
      tell(connection, messages, true);
      try (PreparedStatement insert = connection.prepareStatement(DELIVERIES)) {
        for (int from = 0; from < deliveries; from += TOGETHER) {
          queue(connection, insert, messages, from, Math.min(deliveries, from + TOGETHER));
        }
      }
      connection.commit();
    }
    run("analyze control.delivery_due");
  }

  private static void queue(
      Connection connection, PreparedStatement insert, List<Written> messages, int from, int to)
      throws SQLException {
    List<List<UUID>> columns =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = from; i < to; i++) {
      Written message = messages.get(i % messages.size());
      int endpoint = i / messages.size() % HookTenants.OF_TENANT;
      columns.get(0).add(message.tenant().id());
      columns.get(1).add(Uuid7.next());
      columns.get(2).add(message.id());
      columns.get(3).add(message.tenant().endpoints().get(endpoint));
    }
    for (int i = 0; i < columns.size(); i++) {
      insert.setArray(i + 1, ids(connection, columns.get(i)));
    }
    insert.executeUpdate();
  }

  private static java.sql.Array ids(Connection connection, List<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  void run(String sql) throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What waits in the queue. */
  long waiting() throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from control.delivery_due")) {
      row.next();
      return row.getLong(1);
    }
  }
}
