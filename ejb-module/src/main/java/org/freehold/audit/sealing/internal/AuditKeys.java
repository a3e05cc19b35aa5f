package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.freehold.audit.sealing.AuditKeyDetails;
import org.freehold.audit.sealing.TrailDamaged;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.KeyIntroduction;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.identity.Sealing;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.Digests;

/**
 * The Ed25519 keys that sign checkpoints: sealed in the database, made when the first is needed.
 * The newest signs; all of them verify, for ever.
 */
@ApplicationScoped
public class AuditKeys {
  private static final Logger LOG = System.getLogger(AuditKeys.class.getName());
  private static final String PURPOSE = "audit-key:";
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final String ED25519 = "Ed25519";

  @Inject private OwnTransaction transaction;
  @Inject private Sealing sealing;
  @Inject private Clock clock;
  @Inject private Event<KeyRotated> rotated;

  /** Told once by this node. */
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();

  private volatile List<Key> known = List.of();
  private volatile Instant readAt = Instant.EPOCH;

  /**
   * One key.
   *
   * @param id SHA-256 of the DER form of the public key, in hex
   * @param spki the DER form
   * @param introduction the note by which the key before said so; null: it was the first
   */
  public record Key(
      String id, byte[] spki, byte[] sealedSecret, Instant createdAt, String introduction) {
    VerifierKey named(String log) {
      return VerifierKey.ofSpki(log, spki);
    }

    /** As the API tells it. */
    public AuditKeyDetails told(String log) {
      String pem =
          "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
              .formatted(Base64.getEncoder().encodeToString(spki));
      return new AuditKeyDetails(id, pem, named(log).toString(), createdAt, introduction);
    }
  }

  /** All of them, newest first, as they were at most a minute ago; there is at least one. */
  public List<Key> all() {
    Instant now = clock.instant();
    List<Key> fresh = known;
    if (!fresh.isEmpty() && now.isBefore(readAt.plus(KEPT)) && !now.isBefore(readAt)) {
      return fresh;
    }
    return read();
  }

  /** As they are now. */
  List<Key> read() {
    List<Key> found = transaction.of(TenantRef.PLATFORM, this::load);
    if (found.isEmpty()) {
      found = transaction.of(TenantRef.PLATFORM, this::made);
    }
    known = found;
    readAt = clock.instant();
    return found;
  }

  /** As they sign for a log, newest first; none when all are damaged, which is told elsewhere. */
  public List<VerifierKey> verifying(String log) {
    return verifying(log, this::all);
  }

  /** The same, read now: another node may have signed with a key that is less than a minute old. */
  public List<VerifierKey> verifyingNow(String log) {
    return verifying(log, this::read);
  }

  /** Read now when none of those that are known signed the note. */
  List<VerifierKey> verifying(String log, SignedNote note) {
    List<VerifierKey> known = verifying(log);
    return note.verifiedBy(known) == null ? verifyingNow(log) : known;
  }

  private static List<VerifierKey> verifying(String log, Supplier<List<Key>> keys) {
    try {
      return keys.get().stream().map(key -> key.named(log)).toList();
    } catch (TrailNotConsistent e) {
      LOG.log(Level.WARNING, e.getMessage());
      return List.of();
    }
  }

  /** Whether the newest key signed the note, also when that cannot be told as it is damaged. */
  boolean isByNewest(String note, String log) {
    try {
      List<VerifierKey> keys = verifying(log);
      return keys.isEmpty() || SignedNote.parse(note).isSignedBy(keys.get(0));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "A checkpoint that was kept is damaged", e);
      return true;
    }
  }

  /** Those that another introduced. */
  List<Key> introduced() {
    try {
      return all().stream().filter(key -> key.introduction() != null).toList();
    } catch (TrailNotConsistent e) {
      LOG.log(Level.WARNING, e.getMessage());
      return List.of();
    }
  }

  /** As the API tells them for a log; {@link TrailDamaged} when all are damaged. */
  public List<AuditKeyDetails> told(String log) {
    try {
      return all().stream().map(key -> key.told(log)).toList();
    } catch (TrailNotConsistent e) {
      throw new TrailDamaged(e.getMessage());
    }
  }

  /** Signs with the newest of these. */
  SignedNote sign(Checkpoint checkpoint, List<Key> known) {
    Key key = known.get(0);
    byte[] secret = sealing.open(PURPOSE + key.id(), key.sealedSecret());
    return checkpoint.signed(key.named(checkpoint.origin()), secret(secret));
  }

  private static PrivateKey secret(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of checkpoints cannot be read", e);
    }
  }

  /**
   * Those that are sealed by this installation's master key: a row that somebody put there or
   * changed is neither believed nor told. Throws {@link TrailNotConsistent} when all are such.
   */
  private List<Key> load(Connection connection) throws SQLException {
    List<Key> rows = rows(connection);
    List<Key> keys = rows.stream().filter(this::isOurs).toList();
    if (keys.isEmpty() && !rows.isEmpty()) {
      throw new TrailNotConsistent("The keys of checkpoints are damaged");
    }
    return keys;
  }

  private boolean isOurs(Key key) {
    try {
      return key.id().equals(id(key.spki()))
          && secret(sealing.open(PURPOSE + key.id(), key.sealedSecret())) != null;
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

  /** Two nodes that need the first at once wait for each other, so that there is one. */
  private List<Key> made(Connection connection) throws SQLException {
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
            VerifierKey.of(name, pair.getPublic()),
            before.named(name),
            secret(sealing.open(PURPOSE + before.id(), before.sealedSecret())));
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

  void onRotated(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyRotated event) {
    readAt = Instant.EPOCH;
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
