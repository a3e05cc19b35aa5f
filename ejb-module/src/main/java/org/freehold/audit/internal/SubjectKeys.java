package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.BufferUnderflowException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.freehold.identity.Sealing;
import org.freehold.platform.TenantId;

/** Reads and makes the pseudonyms and keys of people in a trail. */
@ApplicationScoped
public class SubjectKeys {
  private static final Logger LOG = System.getLogger(SubjectKeys.class.getName());
  private static final int KEY_BYTES = 32;

  @Inject private Sealing sealing;

  /** Told once by this node. */
  private final Set<UUID> damaged = ConcurrentHashMap.newKeySet();

  /** All of them, by person; those who are new to the trail are taken up. */
  Map<UUID, SubjectKey> of(Connection connection, TenantId tenant, Collection<UUID> subjects)
      throws SQLException {
    Map<UUID, SubjectKey> known = bySubject(connection, tenant, subjects);
    if (known.keySet().containsAll(subjects)) {
      return known;
    }
    create(connection, tenant, subjects);
    return bySubject(connection, tenant, subjects);
  }

  /** Those that exist, by person. */
  Map<UUID, SubjectKey> bySubject(Connection connection, TenantId tenant, Collection<UUID> subjects)
      throws SQLException {
    return find(connection, tenant, "subject_id", subjects);
  }

  /** Those that exist, by person, found by handle. */
  Map<UUID, SubjectKey> byHandle(Connection connection, TenantId tenant, Collection<UUID> handles)
      throws SQLException {
    return find(connection, tenant, "handle", handles);
  }

  private Map<UUID, SubjectKey> find(
      Connection connection, TenantId tenant, String column, Collection<UUID> values)
      throws SQLException {
    Map<UUID, SubjectKey> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select subject_id, handle, sealed_key from audit_subject where tenant_id = ? and "
                + column
                + " = any(?)")) {
      query.setObject(1, tenant.value());
      query.setArray(2, connection.createArrayOf("uuid", values.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          UUID subject = rows.getObject(1, UUID.class);
          SecretKey key = opened(tenant, subject, rows.getBytes(3));
          found.put(subject, new SubjectKey(subject, rows.getObject(2, UUID.class), key));
        }
      }
    }
    return found;
  }

  /** Null when it is damaged: that must stop neither readers nor what others do. */
  private SecretKey opened(TenantId tenant, UUID subject, byte[] sealed) {
    try {
      return new SecretKeySpec(sealing.open(purpose(tenant, subject), sealed), "AES");
    } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException e) {
      if (damaged.add(subject)) {
        LOG.log(
            Level.ERROR,
            "The key of person {0} in the trail of tenant {1} is damaged: what it sealed cannot be read",
            subject,
            tenant.value());
      }
      return null;
    }
  }

  /** Makes the missing ones; of two calls at once one wins, and both read what it made. */
  private void create(Connection connection, TenantId tenant, Collection<UUID> subjects)
      throws SQLException {
    SecureRandom random = new SecureRandom();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_subject (tenant_id, subject_id, handle, sealed_key) values (?, ?, ?, ?)"
                + " on conflict (tenant_id, subject_id) do nothing")) {
      for (UUID subject : subjects) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        insert.setObject(1, tenant.value());
        insert.setObject(2, subject);
        insert.setObject(3, UUID.randomUUID());
        insert.setBytes(4, sealing.seal(purpose(tenant, subject), key));
        insert.executeUpdate();
      }
    }
  }

  private static String purpose(TenantId tenant, UUID subject) {
    return "audit-subject:" + tenant.value() + ":" + subject;
  }
}
