package org.freehold.plans.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.tenancy.TenantTier;

/**
 * Reads all plans: in a transaction with its connection, since it takes no other; else with one of
 * the pool for work outside of calls, for calls are counted where there is no transaction.
 */
@ApplicationScoped
public class PlanRows {
  private static final String ALL =
      "select id, name, tier, price_minor, currency, limits::text, entitlements::text, offered,"
          + " tenants::text from control.plan";

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  @PersistenceContext private EntityManager em;

  /** As the running transaction sees them, which may be its own. */
  List<KnownPlan> asSeen() {
    return em.createQuery("select p from Plan p", Plan.class)
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .map(Plan::known)
        .toList();
  }

  /** As they were committed; not to be asked in a transaction. */
  List<KnownPlan> committed() {
    List<KnownPlan> plans = new ArrayList<>();
    try (Connection connection = worker.getConnection();
        PreparedStatement asked = connection.prepareStatement(ALL);
        ResultSet rows = asked.executeQuery()) {
      while (rows.next()) {
        plans.add(plan(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not read the plans", e);
    }
    return plans;
  }

  private static KnownPlan plan(ResultSet row) throws SQLException {
    JsonObject stored = JsonText.parseObject(row.getString(6));
    Map<String, Long> limits = new TreeMap<>();
    stored.forEach((meter, most) -> limits.put(meter, ((JsonNumber) most).longValueExact()));
    return new KnownPlan(
        new PlanTerms(row.getString(1), limits, JsonText.parseObject(row.getString(7))),
        row.getString(2),
        WireNames.constant(TenantTier.class, row.getString(3)).orElseThrow(),
        row.getLong(4),
        row.getString(5),
        row.getBoolean(8),
        JsonText.storedTexts(row.getString(9)));
  }
}
