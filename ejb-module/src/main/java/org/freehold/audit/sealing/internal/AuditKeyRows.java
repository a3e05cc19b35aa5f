package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.BufferUnderflowException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.audit.sealing.internal.AuditKeys.Key;
import org.freehold.engine.transparency.KeyIntroduction;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.identity.Sealing;
import org.freehold.platform.Conflict;
import org.freehold.platform.json.Digests;

/** The Ed25519 keys that sign checkpoints in the database, sealed. */
@ApplicationScoped
public class AuditKeyRows {
  private static final Logger LOG = System.getLogger(AuditKeyRows.class.getName());
  private static final String PURPOSE = "audit-key:";
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final String ED25519 = "Ed25519";

  @Inject private Sealing sealing;
  @Inject private Clock clock;
  @Inject private Event<KeyRotated> rotated;

  /** Told once by this node. */
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();

  /**
   * Those that are sealed by this installation's master key: a row that somebody put there or
   * changed is neither believed nor told. Throws {@link TrailNotConsistent} when all are such.
   */
  List<Key> load(Connection connection) throws SQLException {
    List<Key> rows = rows(connection);
    List<Key> keys = rows.stream().filter(this::isOurs).toList();
    if (keys.isEmpty() && !rows.isEmpty()) {
      throw new TrailNotConsistent("The keys of checkpoints are damaged");
    }
    return keys;
  }

  private boolean isOurs(Key key) {
    try {
      return key.id().equals(id(key.spki())) && secret(key) != null;
    } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException e) {
      if (damaged.add(key.id())) {
        LOG.log(
            Level.ERROR,
            "The key {0} of checkpoints is damaged or not this installation's",
            key.id());
      }
      return false;
    }
  }

  private static List<Key> rows(Connection connection) throws SQLException {
    List<Key> keys = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select key_id, public_spki, private_sealed, created_at, introduction from control.audit_key"
                    + " order by created_at desc, key_id")) {
      while (rows.next()) {
        keys.add(
            new Key(
                rows.getString(1),
                rows.getBytes(2),
                rows.getBytes(3),
                rows.getTimestamp(4).toInstant(),
                rows.getString(5)));
      }
    }
    return keys;
  }

  /**
   * The first, if it is not there: two nodes that need it at once wait for each other, so that
   * there is one.
   */
  List<Key> made(Connection connection) throws SQLException {
    lock(connection);
    if (load(connection).isEmpty()) {
      add(connection, generated(), clock.instant(), null);
    }
    return load(connection);
  }

  private static void lock(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute("select pg_advisory_xact_lock(hashtextextended('audit_key', 17))");
    }
  }

  private void add(Connection connection, KeyPair pair, Instant at, String introduction)
      throws SQLException {
    byte[] spki = pair.getPublic().getEncoded();
    String id = id(spki);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into control.audit_key (key_id, public_spki, private_sealed, created_at, introduction)"
                + " values (?, ?, ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setBytes(2, spki);
      insert.setBytes(3, sealing.seal(PURPOSE + id, pair.getPrivate().getEncoded()));
      insert.setTimestamp(4, Timestamp.from(at));
      insert.setString(5, introduction);
      insert.executeUpdate();
    }
  }

  /**
   * Makes a key that signs from the commit on, on other nodes within a minute; the one before
   * introduces it under this name. A Conflict within an hour of the rotation before.
   */
  Key rotate(Connection connection, String name) throws SQLException {
    lock(connection);
    Key before = load(connection).stream().findFirst().orElse(null);
    if (before == null) {
      add(connection, generated(), clock.instant(), null);
      before = load(connection).get(0);
    }
    requireNotJustRotated(before);
    KeyPair pair = generated();
    KeyIntroduction introduction =
        KeyIntroduction.of(
            VerifierKey.of(name, pair.getPublic()), before.named(name), secret(before));
    // The newest signs, also where clocks of nodes differ.
    Instant after = before.createdAt().plusMillis(1);
    Instant now = clock.instant();
    add(connection, pair, now.isAfter(after) ? now : after, introduction.note().toString());
    rotated.fire(new KeyRotated());
    return load(connection).get(0);
  }

  /** The first key, which nobody asked for, may be changed at once. */
  private void requireNotJustRotated(Key newest) {
    if (newest.introduction() != null
        && clock.instant().isBefore(newest.createdAt().plus(BETWEEN))) {
      throw new Conflict(
          "audit_key_just_rotated",
          "The key was rotated at " + newest.createdAt() + ".",
          "Rotate it again an hour later: every key is kept for ever.");
    }
  }

  /** Throws an IllegalStateException or IllegalArgumentException when it cannot be opened. */
  PrivateKey secret(Key key) {
    byte[] pkcs8 = sealing.open(PURPOSE + key.id(), key.sealedSecret());
    try {
      return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of checkpoints cannot be read", e);
    }
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key for checkpoints could be made", e);
    }
  }

  private static String id(byte[] spki) {
    return HexFormat.of().formatHex(Digests.sha256(spki));
  }
}
