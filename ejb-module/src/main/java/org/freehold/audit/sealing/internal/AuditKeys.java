package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.freehold.audit.sealing.AuditKeyDetails;
import org.freehold.audit.sealing.TrailDamaged;
import org.freehold.engine.transparency.Checkpoint;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.platform.TenantRef;

/**
 * The keys that sign checkpoints, as this node knows them; made when the first is needed. The
 * newest signs; all of them verify, for ever.
 */
@ApplicationScoped
public class AuditKeys {
  private static final Logger LOG = System.getLogger(AuditKeys.class.getName());
  private static final Duration KEPT = Duration.ofMinutes(1);

  @Inject private OwnTransaction transaction;
  @Inject private AuditKeyRows rows;
  @Inject private Clock clock;

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
    List<Key> found = transaction.of(TenantRef.PLATFORM, rows::load);
    if (found.isEmpty()) {
      found = transaction.of(TenantRef.PLATFORM, rows::made);
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
    return checkpoint.signed(key.named(checkpoint.origin()), rows.secret(key));
  }

  void onRotated(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyRotated event) {
    readAt = Instant.EPOCH;
  }
}
