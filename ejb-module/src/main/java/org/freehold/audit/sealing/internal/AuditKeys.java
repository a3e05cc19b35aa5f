package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
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
import org.freehold.audit.sealing.AuditKeyDetails;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.identity.Sealing;
import org.freehold.platform.TenantRef;

/**
 * The Ed25519 keys that sign checkpoints: sealed in the database, made when the first is needed.
 * The newest signs; all of them verify, for ever.
 */
@ApplicationScoped
public class AuditKeys {
  private static final String PURPOSE = "audit-key:";
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final String ED25519 = "Ed25519";

  @Inject private OwnTransaction transaction;
  @Inject private Sealing sealing;
  @Inject private Clock clock;

  private volatile List<Key> known = List.of();
  private volatile Instant readAt = Instant.EPOCH;

  /**
   * One key.
   *
   * @param id SHA-256 of the DER form of the public key, in hex
   * @param spki the DER form
   */
  public record Key(String id, byte[] spki, byte[] sealedSecret, Instant createdAt) {
    VerifierKey named(String log) {
      return VerifierKey.ofSpki(log, spki);
    }

    /** As the API tells it. */
    public AuditKeyDetails told(String log) {
      String pem =
          "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
              .formatted(Base64.getEncoder().encodeToString(spki));
      return new AuditKeyDetails(id, pem, named(log).toString(), createdAt);
    }
  }

  /** All of them, newest first, as they were at most a minute ago; there is at least one. */
  public List<Key> all() {
    Instant now = clock.instant();
    List<Key> fresh = known;
    if (!fresh.isEmpty() && now.isBefore(readAt.plus(KEPT)) && !now.isBefore(readAt)) {
      return fresh;
    }
    List<Key> found = transaction.of(TenantRef.PLATFORM, AuditKeys::load);
    if (found.isEmpty()) {
      found = transaction.of(TenantRef.PLATFORM, this::made);
    }
    known = found;
    readAt = now;
    return found;
  }

  /** As they sign for a log, newest first. */
  List<VerifierKey> verifying(String log) {
    return all().stream().map(key -> key.named(log)).toList();
  }

  /** Signs with the newest that this node knows. */
  SignedNote sign(Checkpoint checkpoint) {
    Key key = (known.isEmpty() ? all() : known).get(0);
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

  private static List<Key> load(Connection connection) throws SQLException {
    List<Key> keys = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select key_id, public_spki, private_sealed, created_at from control.audit_key"
                    + " order by created_at desc, key_id")) {
      while (rows.next()) {
        keys.add(
            new Key(
                rows.getString(1),
                rows.getBytes(2),
                rows.getBytes(3),
                rows.getTimestamp(4).toInstant()));
      }
    }
    return keys;
  }

  /** Two nodes that need the first at once wait for each other, so that there is one. */
  private List<Key> made(Connection connection) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      lock.execute("select pg_advisory_xact_lock(hashtextextended('audit_key', 17))");
    }
    if (load(connection).isEmpty()) {
      KeyPair pair = generated();
      byte[] spki = pair.getPublic().getEncoded();
      String id = id(spki);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into control.audit_key (key_id, public_spki, private_sealed, created_at)"
                  + " values (?, ?, ?, ?)")) {
        insert.setString(1, id);
        insert.setBytes(2, spki);
        insert.setBytes(3, sealing.seal(PURPOSE + id, pair.getPrivate().getEncoded()));
        insert.setTimestamp(4, Timestamp.from(clock.instant()));
        insert.executeUpdate();
      }
    }
    return load(connection);
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No key for checkpoints could be made", e);
    }
  }

  private static String id(byte[] spki) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
