package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.freehold.webhooks.internal.QueueStatements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The queue of webhooks was empty when its statistics were taken, as nearly always, and may hold a
 * million rows when they are used: no statement may read it all, or find one row among all.
 */
@ExtendWith(ArquillianExtension.class)
class QueuePlansIT {
  /** No page, and many. */
  private static final int[] LENGTHS = {0, 40_000};

  private Connection connection;

  @BeforeEach
  void haveTheQueueAlone() throws SQLException {
    connection = Superuser.connect();
    connection.setAutoCommit(false);
    run("lock table control.delivery_due in exclusive mode");
  }

  @AfterEach
  void asIfNothingHadBeen() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void whatIsLookedForIsFoundAlongTheIndexMadeForIt() throws SQLException {
    for (int length : LENGTHS) {
      fillAndEmpty(length);
      assertLooksAlongIndexes();
    }
  }

  private void assertLooksAlongIndexes() throws SQLException {
    assertThat(ways(QueueStatements.looking(), true))
        .containsOnly(
            Map.entry("all lines", Set.of("delivery_due_at")),
            Map.entry("some lines", Set.of("delivery_due_endpoint")),
            Map.entry("any", Set.of("delivery_due_at")),
            Map.entry("messages", Set.of("delivery_due_unspread")),
            Map.entry("deliveries", Set.of("delivery_due_endpoint")),
            Map.entry("hold", Set.of("delivery_due_pkey")),
            Map.entry("lock", Set.of("delivery_due_pkey")),
            Map.entry("give back", Set.of("delivery_due_pkey")));
  }

  @Test
  void whatIsNamedIsFoundByItsKey() throws SQLException {
    for (int length : LENGTHS) {
      fillAndEmpty(length);
      assertFindsByKey();
    }
  }

  private void assertFindsByKey() throws SQLException {
    assertThat(ways(QueueStatements.byKey(), false))
        .containsOnly(
            Map.entry("lock", Set.of("delivery_due_pkey")),
            Map.entry("change", Set.of("delivery_due_pkey")),
            Map.entry("spread", Set.of("delivery_due_pkey")));
  }

  /** Statistics know then how many pages there are, and no row on them. */
  private void fillAndEmpty(int rows) throws SQLException {
    run(
        "insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at)"
            + " select gen_random_uuid(), case when n % 2 = 0 then gen_random_uuid() end,"
            + " gen_random_uuid(), now() from generate_series(1, "
            + rows
            + ") n");
    run("delete from control.delivery_due");
    run("analyze control.delivery_due");
  }

  private Map<String, Set<String>> ways(Map<String, String> statements, boolean looking)
      throws SQLException {
    Map<String, Set<String>> ways = new TreeMap<>();
    for (Map.Entry<String, String> one : statements.entrySet()) {
      ways.put(one.getKey(), QueueStatements.ways(connection, one.getValue(), looking));
    }
    return ways;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
