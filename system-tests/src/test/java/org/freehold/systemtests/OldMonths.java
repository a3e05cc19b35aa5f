package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.SQLException;

/** Months of the trail from before there was a Freehold, with tables of their own. */
final class OldMonths {
  private OldMonths() {}

  /** As migrations make them; {@code month} as in 2014-01, with nothing in it yet. */
  static void make(Connection superuser, String month) throws SQLException {
    for (String grown : new String[] {"audit_event", "audit_disclosure"}) {
      Database.run(
          superuser,
          ("create table %1$s partition of tenant.%2$s for values from (tenant.first_uuid_of('%3$s-01Z'))"
                  + " to (tenant.first_uuid_of(timestamptz '%3$s-01Z' + interval '1 month'));"
                  + " alter table %1$s owner to freehold_owner")
              .formatted(table(grown, month), grown, month));
    }
  }

  static boolean isThere(Connection superuser, String grown, String month) throws SQLException {
    String sql = "select to_regclass('" + table(grown, month) + "')";
    return Database.texts(superuser, sql).get(0) != null;
  }

  private static String table(String grown, String month) {
    return "tenant." + grown + "_" + month.replace("-", "");
  }
}
