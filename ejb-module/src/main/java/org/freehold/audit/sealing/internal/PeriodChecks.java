package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.internal.LeafColumns;
import org.freehold.audit.sealing.EventEvidence;
import org.freehold.audit.sealing.RemovedEvents;
import org.freehold.audit.sealing.TrailFinding;
import org.freehold.engine.transparency.IncompleteTree;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.platform.TenantRef;

/**
 * Compares events with what was sealed at their places. Bytes are hashed where they are, a tile's
 * worth at a time; only a tile that does not come out as it was is looked at event by event.
 */
@ApplicationScoped
public class PeriodChecks {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  /**
   * Tiles whose events do not make them, as far as they are in the range; an event that a
   * certificate let go counts as what was sealed at its place.
   */
  private static final String TILES =
      "with gone (first_place, behind) as (select * from unnest(?::bigint[], ?::bigint[])),"
          + " hashed as (select l.position / 256 as tile, string_agg(case when e.leaf is not null"
          + " then sha256('\\x00'::bytea || e.leaf) when exists (select from gone g where g.first_place <= l.position"
          + " and l.position < g.behind) then (select substr(s.hashes, (l.position % 256 * 32 + 1)::int, 32)"
          + " from audit_tile s where s.tenant_id = l.tenant_id and s.level = 0 and s.index = l.position / 256) end,"
          + " ''::bytea order by l.position) as hashes from audit_leaf l left join lateral (select leaf"
          + " from audit_event where tenant_id = ? and id = l.event_id offset 0) e on true"
          + " where l.tenant_id = ? and l.position >= ? and l.position < ? group by 1)"
          + " select tiles.tile from generate_series(? / 256, (? - 1) / 256) as tiles (tile)"
          + " left join hashed h on h.tile = tiles.tile left join audit_tile t on t.tenant_id = ? and t.level = 0"
          + " and t.index = tiles.tile where h.hashes is distinct from"
          + " substr(t.hashes, (greatest(? - tiles.tile * 256, 0) * 32 + 1)::int,"
          + " ((least(? - tiles.tile * 256, 256) - greatest(? - tiles.tile * 256, 0)) * 32)::int) order by 1 limit ?";

  /** What is wrong within a tile. */
  private static final String EVENTS =
      "select p.position, l.event_id, case when e.leaf is null then 'removed' else 'changed' end"
          + " from generate_series(?::bigint, ?::bigint - 1) as p (position) left join audit_leaf l on l.tenant_id = ?"
          + " and l.position = p.position left join audit_event e on e.tenant_id = l.tenant_id and e.id = l.event_id"
          + " left join audit_tile t on t.tenant_id = ? and t.level = 0 and t.index = p.position / 256"
          + " where (sha256('\\x00'::bytea || e.leaf) is distinct from"
          + " substr(t.hashes, (p.position % 256 * 32 + 1)::int, 32) or e.leaf is null) and not (e.leaf is null and"
          + " exists (select from unnest(?::bigint[], ?::bigint[]) as g (first_place, behind)"
          + " where g.first_place <= p.position and p.position < g.behind)) order by 1 limit ?";

  /** Events whose columns do not say what they say. */
  private static final String COLUMNS =
      "select position, id from (select l.position, e.*, leaf_json(e.leaf) as j from audit_leaf l"
          + " join lateral (select * from audit_event where tenant_id = ? and id = l.event_id offset 0) e on true"
          + " where l.tenant_id = ? and l.position >= ? and l.position < ? offset 0) s"
          + " where "
          + LeafColumns.AGREE
          + " is not true"
          + " order by 1 limit ?";

  private static final String UNSEALED =
      "select e.id from audit_event e where e.tenant_id = ? and e.id >= ? and e.id < ? and not exists (select"
          + " from audit_leaf l where l.tenant_id = e.tenant_id and l.event_id = e.id)"
          + " and not exists (select from control.audit_pending p where p.event_id = e.id) order by e.id limit ?";

  private static final String EVIDENCE =
      "select l.position, e.id, e.action, e.recorded_at, sha256('\\x00'::bytea || e.leaf) from audit_leaf l"
          + " join lateral (select * from audit_event where tenant_id = ? and id = l.event_id offset 0) e on true"
          + " where l.tenant_id = ? and l.position = any (?) order by array_position(?, l.position)";

  @Inject private StoredTrail trail;
  @Inject private CertifiedPlaces certified;

  public List<TrailFinding> between(TenantRef tenant, long begin, long end, int most) {
    return trail.asked(tenant, connection -> between(connection, tenant, begin, end, most));
  }

  private List<TrailFinding> between(
      Connection connection, TenantRef tenant, long begin, long end, int most) throws SQLException {
    UUID id = tenant.id().value();
    List<TrailFinding> found = new ArrayList<>();
    List<CertifiedPlaces.Range> gone = certified.between(connection, tenant.id(), begin, end);
    Object[] firsts = gone.stream().map(CertifiedPlaces.Range::first).toArray();
    Object[] behinds = gone.stream().map(CertifiedPlaces.Range::behind).toArray();
    for (Object[] tile :
        rows(
            connection,
            TILES,
            firsts,
            behinds,
            id,
            id,
            begin,
            end,
            begin,
            end,
            id,
            begin,
            end,
            begin,
            most)) {
      long first = Math.max(begin, (Long) tile[0] * 256);
      long behind = Math.min(end, (Long) tile[0] * 256 + 256);
      for (Object[] row : rows(connection, EVENTS, first, behind, id, id, firsts, behinds, most)) {
        found.add(ofEvent((String) row[2], (Long) row[0], (UUID) row[1]));
      }
    }
    if (found.isEmpty()) {
      // Bytes that are not those that were sealed may be no JSON at all.
      for (Object[] row : rows(connection, COLUMNS, id, id, begin, end, most)) {
        found.add(ofEvent("columns", (Long) row[0], (UUID) row[1]));
      }
    }
    return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
  }

  private static TrailFinding ofEvent(String kind, Long position, UUID event) {
    String detail =
        switch (kind) {
          case "removed" -> "An event was sealed at this place and is gone.";
          case "columns" -> "The columns beside the event do not say what it says.";
          case "inserted" -> "The event was never sealed.";
          default -> "The event is not what was sealed at its place.";
        };
    return new TrailFinding(kind, position, event, detail);
  }

  /** Events of these places that are gone, by the certificates that let them go. */
  public List<RemovedEvents> removed(TenantRef tenant, long begin, long end) {
    return trail.asked(
        tenant, connection -> certified.removed(connection, tenant.id(), begin, end));
  }

  public List<TrailFinding> unsealed(TenantRef tenant, UUID first, UUID behind, int most) {
    UUID id = tenant.id().value();
    return trail.asked(
        tenant,
        connection ->
            rows(connection, UNSEALED, id, first, behind, most).stream()
                .map(row -> ofEvent("inserted", null, (UUID) row[0]))
                .toList());
  }

  public List<EventEvidence> evidence(TenantRef tenant, long size, Collection<Long> positions) {
    return trail.asked(
        tenant,
        connection -> {
          TiledTree tree = trail.tiled(connection, tenant);
          UUID id = tenant.id().value();
          Object[] wanted = positions.toArray();
          List<EventEvidence> found = new ArrayList<>();
          for (Object[] row : rows(connection, EVIDENCE, id, id, wanted, wanted)) {
            long position = (Long) row[0];
            found.add(
                new EventEvidence(
                    position,
                    new AuditEventId((UUID) row[1]),
                    (String) row[2],
                    ((java.sql.Timestamp) row[3]).toInstant(),
                    BASE64.encodeToString((byte[]) row[4]),
                    inclusion(tree, position, size)));
          }
          return found;
        });
  }

  private static List<String> inclusion(TiledTree tree, long position, long size) {
    try {
      return tree.inclusion(position, size).stream().map(BASE64::encodeToString).toList();
    } catch (IncompleteTree e) {
      // The period says so; its events are told without a proof.
      return List.of();
    }
  }

  private static List<Object[]> rows(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i] instanceof Object[] positions) {
          query.setArray(i + 1, connection.createArrayOf("bigint", positions));
        } else {
          query.setObject(i + 1, arguments[i]);
        }
      }
      List<Object[]> found = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          Object[] row = new Object[width];
          for (int i = 0; i < width; i++) {
            row[i] = result.getObject(i + 1);
          }
          found.add(row);
        }
      }
      return found;
    }
  }
}
