package org.freehold.identity.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.freehold.platform.Uuid7;

/**
 * The data keys: wrapped by the master key in the database, in clear in the memory of the server
 * only. Read apart from the caller's transaction, which may be on another pool, and broken.
 */
@ApplicationScoped
public class DataKeys {
  /** A data key in clear. */
  public record DataKey(UUID id, SecretKey secret) {}

  // Data keys never change once made, so that every node may keep them.
  private static final Map<UUID, DataKey> KNOWN = new ConcurrentHashMap<>();
  private static final int KEY_BYTES = 32;

  @Resource(lookup = "jdbc/freehold_refusals")
  private DataSource apart;

  @Inject private MasterKey master;

  /** The newest key. */
  public DataKey current() {
    return KNOWN.values().stream()
        .max(Comparator.comparing(DataKey::id))
        .orElseThrow(() -> new IllegalStateException("There is no data key yet"));
  }

  public DataKey byId(UUID id) {
    DataKey known = KNOWN.get(id);
    if (known == null) {
      readAll();
      known = KNOWN.get(id);
    }
    if (known == null) {
      throw new IllegalStateException("There is no data key " + id);
    }
    return known;
  }

  /**
   * Makes the first key where there is none, and reads all there are. Two nodes that start at once
   * may make one each: both keys serve.
   */
  public void ensure() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    UUID id = Uuid7.next();
    String sql =
        "insert into control.data_key (id, wrapped, created_at) select ?, ?, now()"
            + " where not exists (select 1 from control.data_key)";
    try (Connection connection = apart.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, id);
      insert.setBytes(2, master.wrap(id, key));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The first data key could not be stored", e);
    }
    readAll();
  }

  private void readAll() {
    record Wrapped(UUID id, byte[] bytes) {}
    List<Wrapped> found = new ArrayList<>();
    try (Connection connection = apart.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select id, wrapped from control.data_key");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(new Wrapped(rows.getObject(1, UUID.class), rows.getBytes(2)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The data keys could not be read", e);
    }
    for (Wrapped one : found) {
      KNOWN.computeIfAbsent(
          one.id(),
          id -> new DataKey(id, new SecretKeySpec(master.unwrap(id, one.bytes()), "AES")));
    }
  }
}
