package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.sealing.TrailFinding;
import org.freehold.platform.TenantRef;

/** Looks which places have no event any more, without reading what the others have. */
@ApplicationScoped
public class RemovedEvents {
  private static final String REMOVED =
      "select p.position, l.event_id from generate_series(?::bigint, ?::bigint - 1) as p (position)"
          + " left join audit_leaf l on l.tenant_id = ? and l.position = p.position"
          + " where not exists (select from audit_event e where e.tenant_id = l.tenant_id"
          + " and e.id = l.event_id) and not exists (select from unnest(?::bigint[], ?::bigint[])"
          + " as g (first_place, behind) where g.first_place <= p.position and p.position < g.behind)"
          + " order by 1 limit ?";

  @Inject private StoredTrail trail;
  @Inject private CertifiedPlaces certified;

  /** From {@code begin} to before {@code end}, the first so many. */
  public List<TrailFinding> between(TenantRef tenant, long begin, long end, int most) {
    return trail.asked(
        tenant,
        connection -> {
          List<TrailFinding> found = new ArrayList<>();
          List<CertifiedPlaces.Range> gone = certified.between(connection, tenant.id(), begin, end);
          Object[] firsts = gone.stream().map(CertifiedPlaces.Range::first).toArray();
          Object[] behinds = gone.stream().map(CertifiedPlaces.Range::behind).toArray();
          try (PreparedStatement query = connection.prepareStatement(REMOVED)) {
            query.setLong(1, begin);
            query.setLong(2, end);
            query.setObject(3, tenant.id().value());
            query.setArray(4, connection.createArrayOf("bigint", firsts));
            query.setArray(5, connection.createArrayOf("bigint", behinds));
            query.setInt(6, most);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                found.add(
                    new TrailFinding(
                        "removed",
                        rows.getLong(1),
                        rows.getObject(2, UUID.class),
                        "An event was sealed at this place and is gone."));
              }
            }
          }
          return found;
        });
  }
}
