package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.audit.sealing.internal.BundleMaker.Extent;
import org.freehold.engine.transparency.CanonicalJson;
import org.freehold.engine.transparency.TiledTree;
import org.freehold.platform.TenantId;

/** What certificates say may be gone, and the certificates themselves, for bundles. */
@ApplicationScoped
public class CertificateRows {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  /** Places that certificates let go; those that overlap are one. */
  static final class Removed {
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    private void add(long begin, long end) {
      Map.Entry<Long, Long> before = ranges.floorEntry(begin);
      if (before != null && before.getValue() >= begin) {
        ranges.put(before.getKey(), Math.max(before.getValue(), end));
      } else {
        ranges.put(begin, end);
      }
    }

    boolean covers(long place) {
      Map.Entry<Long, Long> range = ranges.floorEntry(place);
      return range != null && place < range.getValue();
    }
  }

  Removed removed(Connection connection, TenantId tenant, Extent extent) throws SQLException {
    Removed removed = new Removed();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select first_place, behind from audit_removed where tenant_id = ? and first_place < ?"
                + " and behind > ? order by first_place")) {
      query.setObject(1, tenant.value());
      query.setLong(2, extent.end());
      query.setLong(3, extent.begin());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          removed.add(rows.getLong(1), rows.getLong(2));
        }
      }
    }
    return removed;
  }

  /** Whether a certificate behind the tree of the bundle lets some of its leaves go. */
  boolean isLater(Connection connection, TenantId tenant, Extent extent) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select exists (select from audit_removed r join audit_leaf l on l.tenant_id = r.tenant_id"
                + " and l.event_id = r.event_id where r.tenant_id = ? and r.first_place < ? and r.behind > ?"
                + " and l.position >= ?)")) {
      query.setObject(1, tenant.value());
      query.setLong(2, extent.end());
      query.setLong(3, extent.begin());
      query.setLong(4, extent.size());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Those that concern the leaves, each with what shows its place; one a line. */
  void write(
      Connection connection, TenantId tenant, Extent extent, TiledTree tree, OutputStream out)
      throws SQLException, IOException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select l.position, c.leaf from audit_certificate c join audit_leaf l on l.tenant_id = c.tenant_id"
                + " and l.event_id = c.event_id where c.tenant_id = ? and l.position < ? and exists (select"
                + " from audit_removed r where r.tenant_id = c.tenant_id and r.event_id = c.event_id"
                + " and r.first_place < ? and r.behind > ?) order by l.position")) {
      query.setObject(1, tenant.value());
      query.setLong(2, extent.size());
      query.setLong(3, extent.end());
      query.setLong(4, extent.begin());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          long place = rows.getLong(1);
          out.write(
              CanonicalJson.bytes(
                  Map.of(
                      "index",
                      place,
                      "leaf",
                      BASE64.encodeToString(rows.getBytes(2)),
                      "proof",
                      tree.inclusion(place, extent.size()).stream()
                          .map(BASE64::encodeToString)
                          .toList())));
          out.write('\n');
        }
      }
    }
  }

  /** Personal values as they are kept, sealed for each person so that they can be erased. */
  void sealed(Connection connection, TenantId tenant, Extent extent, OutputStream out)
      throws SQLException, IOException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select d.event_id, d.path, d.subject_id, d.sealed from audit_leaf l join audit_disclosure d"
                + " on d.tenant_id = l.tenant_id and d.event_id = l.event_id where l.tenant_id = ?"
                + " and l.position >= ? and l.position < ? order by l.position, d.path")) {
      query.setObject(1, tenant.value());
      query.setLong(2, extent.begin());
      query.setLong(3, extent.end());
      query.setFetchSize(1000);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          out.write(
              CanonicalJson.bytes(
                  Map.of(
                      "event",
                      rows.getString(1),
                      "path",
                      rows.getString(2),
                      "subject",
                      rows.getString(3),
                      "sealed",
                      BASE64.encodeToString(rows.getBytes(4)))));
          out.write('\n');
        }
      }
    }
  }
}
