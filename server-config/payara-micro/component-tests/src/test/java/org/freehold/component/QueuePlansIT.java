package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.audit.sealing.internal.SealingStatements;
import org.freehold.platform.persistence.QueuePlans;
import org.freehold.webhooks.internal.QueueStatements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A queue was empty when its statistics were taken, as nearly always, and may hold a million rows
 * when they are used: no statement may read it all, or find one row among all.
 */
@ExtendWith(ArquillianExtension.class)
class QueuePlansIT {
  /** No page, and many. */
  private static final int[] LENGTHS = {0, 40_000};

  private static final Pattern PARAMETER = Pattern.compile("\\?");
  private static final Pattern ACCESS =
      Pattern.compile(
          "(Seq Scan|Bitmap Heap Scan|Index (?:Only )?Scan using \\S+)"
              + " on (?:delivery_due|audit_pending)\\b");

  private Connection connection;

  @BeforeEach
  void haveTheQueuesAlone() throws SQLException {
    connection = Superuser.connect();
    connection.setAutoCommit(false);
    run("lock table control.delivery_due, control.audit_pending in exclusive mode");
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
      QueuePlans.inOrder(connection);
      assertThat(ways(QueueStatements.looking()))
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
  }

  @Test
  void whatIsNamedIsFoundByItsKey() throws SQLException {
    for (int length : LENGTHS) {
      fillAndEmpty(length);
      QueuePlans.byKey(connection);
      assertThat(ways(QueueStatements.byKey()))
          .containsOnly(
              Map.entry("lock", Set.of("delivery_due_pkey")),
              Map.entry("change", Set.of("delivery_due_pkey")),
              Map.entry("spread", Set.of("delivery_due_pkey")));
    }
  }

  @Test
  void whatIsToBeSealedIsFoundAlongAnIndex() throws SQLException {
    for (int length : LENGTHS) {
      fillAndEmpty(length);
      QueuePlans.inOrder(connection);
      assertThat(ways(SealingStatements.all()))
          .containsOnly(
              Map.entry("take", Set.of("audit_pending_tenant")),
              Map.entry("tenants", Set.of("audit_pending_tenant")),
              Map.entry("oldest", Set.of("audit_pending_pkey")));
    }
  }

  /** Statistics know then how many pages there are, and no row on them. */
  private void fillAndEmpty(int rows) throws SQLException {
    run(
        "insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at)"
            + " select gen_random_uuid(), case when n % 2 = 0 then gen_random_uuid() end,"
            + " gen_random_uuid(), now() from generate_series(1, "
            + rows
            + ") n");
    run(
        "insert into control.audit_pending (event_id, tenant_id)"
            + " select gen_random_uuid(), gen_random_uuid() from generate_series(1, "
            + rows
            + ")");
    run("delete from control.delivery_due");
    run("delete from control.audit_pending");
    run("analyze control.delivery_due, control.audit_pending");
  }

  /** How PostgreSQL comes to the rows of a queue, by the names of the statements. */
  private Map<String, Set<String>> ways(Map<String, String> statements) throws SQLException {
    Map<String, Set<String>> ways = new TreeMap<>();
    for (Map.Entry<String, String> one : statements.entrySet()) {
      ways.put(one.getKey(), ways(one.getValue()));
    }
    return ways;
  }

  /** For any values. */
  private Set<String> ways(String sql) throws SQLException {
    int[] number = {0};
    String numbered = PARAMETER.matcher(sql).replaceAll(found -> "\\$" + ++number[0]);
    String nulls =
        number[0] == 0 ? "" : "(" + String.join(", ", Collections.nCopies(number[0], "null")) + ")";
    run("set local plan_cache_mode = force_generic_plan");
    run("prepare looked_at as " + numbered);
    Set<String> ways = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("explain execute looked_at" + nulls)) {
      while (lines.next()) {
        Matcher access = ACCESS.matcher(lines.getString(1));
        if (access.find()) {
          ways.add(access.group(1).replaceAll(".* ", ""));
        }
      }
    }
    run("deallocate looked_at");
    return ways;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
