package org.freehold.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.MerkleTree;

/** Somebody with all rights in the database, who knows how the trail of a tenant is made. */
record Tamperer(Connection superuser, TestTenant tenant) {
  /** The id of the event at the place, as an expression. */
  static String eventAt(int position) {
    return "(select event_id from tenant.audit_leaf where tenant_id = '%1$s' and position = "
        + position
        + ")";
  }

  String text(String expression) throws SQLException {
    return Database.texts(superuser, "select " + expression.formatted(tenant.id())).get(0);
  }

  /** The event at the place says something else from now on. */
  void rewrite(int position) throws SQLException {
    change(
        "update tenant.audit_event set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), '\"action\":\"', '\"action\":\"not.'), 'UTF8')"
            + " where tenant_id = '%1$s' and id = "
            + eventAt(position));
  }

  void change(String sql) throws SQLException {
    Database.run(superuser, sql.formatted(tenant.id()));
  }

  /** By what the events say now. */
  void rebuildTheTree() throws SQLException {
    CompactRange range = CompactRange.empty();
    StringBuilder tile = new StringBuilder();
    for (String leaf :
        Database.texts(
            superuser,
            ("select encode(e.leaf, 'hex') from tenant.audit_leaf l join tenant.audit_event e on e.tenant_id = l.tenant_id"
                    + " and e.id = l.event_id where l.tenant_id = '%1$s' order by l.position")
                .formatted(tenant.id()))) {
      byte[] hash = MerkleTree.leafHash(HexFormat.of().parseHex(leaf));
      range.append(hash);
      tile.append(hex(hash));
    }
    change("update tenant.audit_tile set hashes = '\\x" + tile + "' where tenant_id = '%1$s'");
    change(
        "update tenant.audit_tree set subtrees = '\\x"
            + hex(range.hashes())
            + "', size = "
            + range.size()
            + " where tenant_id = '%1$s'");
  }

  /** The events behind so many are gone, and the tree is as if they had never been. */
  void cutTo(long length) throws SQLException {
    change(
        "delete from tenant.audit_event e using tenant.audit_leaf l where l.tenant_id = '%1$s' and l.position >= "
            + length
            + " and e.tenant_id = l.tenant_id and e.id = l.event_id");
    change("delete from tenant.audit_leaf where tenant_id = '%1$s' and position >= " + length);
    change("delete from tenant.audit_checkpoint where tenant_id = '%1$s' and size > " + length);
    rebuildTheTree();
  }

  /** What is remembered outside the database. */
  void forget() throws SQLException, IOException {
    change("delete from tenant.audit_checkpoint where tenant_id = '%1$s'");
    change("delete from control.audit_head where tenant_id = '%1$s'");
    Files.delete(
        KilledInstallation.server().folder().checkpoints().resolve(tenant.id() + ".checkpoint"));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
