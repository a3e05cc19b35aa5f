package org.freehold.tenancy;

import java.util.Map;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;

/** The plan in a row of {@code control.tenant}, for those who read it with their own statement. */
public final class StoredPlan {
  /** Four columns of the tenant {@code t}. */
  public static final String COLUMNS =
      "t.tier, t.custom_plan, t.settings ->> 'quotas',"
          + " (coalesce(t.bought, '{}') || coalesce(t.settings -> 'entitlements', '{}'))::text";

  private StoredPlan() {}

  /** From the {@link #COLUMNS} that begin there in the row. */
  public static TenantPlan read(Object[] row, int from) {
    String tier = (String) row[from];
    String custom = (String) row[from + 1];
    String entitlements = (String) row[from + 3];
    return new TenantPlan(
        tier,
        custom != null ? custom : WireNames.constant(TenantTier.class, tier).orElseThrow().plan(),
        StoredQuotas.read((String) row[from + 2]),
        entitlements == null ? Map.of() : JsonText.parseObject(entitlements));
  }
}
