package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.sealing.RemovedEvents;
import org.freehold.platform.TenantId;

/**
 * Places whose events may be gone. A row that says so is believed only with a certificate that is,
 * byte for byte, what was sealed at its own place behind them, made by retention, and that names
 * them.
 */
@ApplicationScoped
public class CertifiedPlaces {
  private static final String RANGES =
      "select r.first_place, r.behind, r.event_id from audit_removed r"
          + " join audit_certificate c on c.tenant_id = r.tenant_id and c.event_id = r.event_id"
          + " join audit_leaf l on l.tenant_id = r.tenant_id and l.event_id = r.event_id"
          + " join audit_tile t on t.tenant_id = r.tenant_id and t.level = 0 and t.index = l.position / 256"
          + " where r.tenant_id = ? and r.first_place < ? and r.behind > ? and r.behind <= l.position"
          + " and case when sha256('\\x00'::bytea || c.leaf) = substr(t.hashes, (l.position % 256 * 32 + 1)::int, 32)"
          + " then convert_from(c.leaf, 'UTF8')::jsonb @> jsonb_build_object('action', 'retention.certified',"
          + " 'outcome', 'success', 'observer', 'freehold',"
          + " 'actor', jsonb_build_object('type', 'system', 'id', 'job:retention-cleanup'),"
          + " 'chg', jsonb_build_array(jsonb_build_object('path', 'places', 'new', jsonb_build_array("
          + "jsonb_build_object('begin', r.first_place, 'end', r.behind))))) else false end";

  private static final String REMOVED =
      "select s.certificate, count(*) from (select distinct on (l.position) r.event_id as certificate from ("
          + RANGES
          + ") r join audit_leaf l on l.tenant_id = ? and l.position >= greatest(r.first_place, ?)"
          + " and l.position < least(r.behind, ?) where not exists (select from audit_event e"
          + " where e.tenant_id = l.tenant_id and e.id = l.event_id) order by l.position, r.event_id) s"
          + " group by 1 order by 1";

  /** From the first place to before the one behind. */
  record Range(long first, long behind) {}

  /** Those that have to do with these places. */
  List<Range> between(Connection connection, TenantId tenant, long begin, long end)
      throws SQLException {
    List<Range> ranges = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(RANGES)) {
      query.setObject(1, tenant.value());
      query.setLong(2, end);
      query.setLong(3, begin);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ranges.add(new Range(rows.getLong(1), rows.getLong(2)));
        }
      }
    }
    return ranges;
  }

  /** How many are gone, each counted once. */
  List<RemovedEvents> removed(Connection connection, TenantId tenant, long begin, long end)
      throws SQLException {
    List<RemovedEvents> removed = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(REMOVED)) {
      query.setObject(1, tenant.value());
      query.setLong(2, end);
      query.setLong(3, begin);
      query.setObject(4, tenant.value());
      query.setLong(5, begin);
      query.setLong(6, end);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          removed.add(new RemovedEvents(rows.getObject(1, UUID.class), rows.getLong(2)));
        }
      }
    }
    return removed;
  }
}
