package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.audit.sealing.internal.SealingStatements;
import org.freehold.platform.persistence.QueuePlans;
import org.freehold.platform.work.WorkStatements;
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
  private static final Pattern COMPARED =
      Pattern.compile("(?<![.\\w])(tenant_id|endpoint_id|subject_id|event_id|due_at|lane|id)\\b");
  private static final Pattern MONTH = Pattern.compile("_([0-9]{6}|rest)");
  private static final Set<String> QUEUES = Set.of("delivery_due", "audit_pending", "work_item");
  private static final Set<String> AT_THE_ROW = Set.of("ModifyTable", "Tid Scan");

  private Connection connection;

  @BeforeEach
  void haveTheQueuesAlone() throws SQLException {
    connection = Superuser.connect();
    connection.setAutoCommit(false);
    run(
        "lock table control.delivery_due, control.audit_pending, control.work_item in exclusive mode");
  }

  @AfterEach
  void asIfNothingHadBeen() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void whatIsLookedForIsFoundAlongTheIndexMadeForIt() throws SQLException {
    are(
        QueueStatements.looking(),
        QueuePlans::inOrder,
        Map.of(
            "all lines", "delivery_due_at [lane, due_at]",
            "some lines",
                "delivery_due_endpoint [lane, tenant_id, endpoint_id, due_at] and delivery_due_endpoint [lane, tenant_id, endpoint_id]",
            "any", "delivery_due_at [lane, due_at]",
            "messages", "delivery_due_unspread [tenant_id, due_at]",
            "deliveries", "delivery_due_endpoint [lane, tenant_id, endpoint_id, due_at]",
            "hold", "delivery_due_pkey [tenant_id, subject_id]",
            "lock", "delivery_due_pkey [tenant_id, subject_id]",
            "give back", "delivery_due_pkey [tenant_id, subject_id]"));
  }

  @Test
  void whatIsNamedIsFoundByItsKey() throws SQLException {
    are(
        QueueStatements.byKey(),
        QueuePlans::byKey,
        Map.of(
            "lock", "delivery_due_pkey [tenant_id, subject_id]",
            "change", "delivery_due_pkey [tenant_id, subject_id]",
            "spread", "delivery_due_pkey [tenant_id, subject_id]"));
  }

  @Test
  void whatIsToBeSealedIsFoundAlongAnIndex() throws SQLException {
    are(
        SealingStatements.all(),
        QueuePlans::inOrder,
        Map.of(
            "take", "audit_event_pkey [tenant_id, id] and audit_pending_tenant [tenant_id]",
            "tenants", "audit_pending_tenant []",
            "oldest", "audit_pending_pkey []"));
  }

  @Test
  void whatIsToBeDoneIsFoundByItsTime() throws SQLException {
    are(WorkStatements.all(), QueuePlans::inOrder, Map.of("claim", "work_item_due_at [due_at]"));
  }

  private void are(Map<String, String> statements, Setting setting, Map<String, String> expected)
      throws SQLException {
    for (int length : LENGTHS) {
      fillAndEmpty(length);
      setting.set(connection);
      Map<String, String> ways = new TreeMap<>();
      for (Map.Entry<String, String> one : statements.entrySet()) {
        ways.put(one.getKey(), String.join(" and ", ways(one.getValue())));
      }
      assertThat(ways).as("with the pages of %d rows", length).isEqualTo(expected);
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
    run(
        "insert into control.work_item (id, kind, tenant_id, subject_id, due_at)"
            + " select gen_random_uuid(), 'k', gen_random_uuid(), gen_random_uuid(),"
            + " now() + n * interval '1 minute' from generate_series(1, "
            + rows
            + ") n");
    for (String queue : QUEUES) {
      run("delete from control." + queue);
      run("analyze control." + queue);
    }
  }

  /** How PostgreSQL comes to the rows of a queue, for any values. */
  private Set<String> ways(String sql) throws SQLException {
    int[] number = {0};
    String numbered = PARAMETER.matcher(sql).replaceAll(found -> "\\$" + ++number[0]);
    String nulls =
        number[0] == 0 ? "" : "(" + String.join(", ", Collections.nCopies(number[0], "null")) + ")";
    run("set local plan_cache_mode = force_generic_plan");
    run("prepare looked_at as " + numbered);
    Set<String> ways = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery("explain (format json) execute looked_at" + nulls)) {
      plan.next();
      try (JsonReader reader = Json.createReader(new StringReader(plan.getString(1)))) {
        look(reader.readArray().getJsonObject(0).getJsonObject("Plan"), ways);
      }
    }
    run("deallocate looked_at");
    return ways;
  }

  private static void look(JsonObject node, Set<String> ways) {
    String table = MONTH.matcher(node.getString("Relation Name", "")).replaceFirst("");
    // A row that was found is changed where it lies.
    if ((QUEUES.contains(table) || table.equals("audit_event"))
        && !AT_THE_ROW.contains(node.getString("Node Type"))) {
      ways.add(way(node));
    }
    for (JsonValue below : node.getOrDefault("Plans", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
      look(below.asJsonObject(), ways);
    }
  }

  /**
   * The index, and by which of its columns, of which there is none where one row at its end is
   * wanted; without an index what else is done.
   */
  private static String way(JsonObject node) {
    Set<String> columns = new LinkedHashSet<>();
    Matcher compared = COMPARED.matcher(node.getString("Index Cond", ""));
    while (compared.find()) {
      columns.add(compared.group(1));
    }
    String index = node.getString("Index Name", node.getString("Node Type"));
    return MONTH.matcher(index).replaceFirst("") + " " + columns;
  }

  /** What says in a transaction how it is planned. */
  private interface Setting {
    void set(Connection connection) throws SQLException;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
