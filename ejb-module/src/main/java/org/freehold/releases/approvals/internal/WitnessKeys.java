package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.freehold.identity.Sealing;
import org.freehold.releases.approvals.DsseEnvelope;

/**
 * The installation's own Ed25519 keys, with which it witnesses approvals: sealed in the database,
 * made when the first is needed. The newest signs; all of them verify.
 */
@ApplicationScoped
public class WitnessKeys {
  private static final String PURPOSE = "witness-key:";
  private static final String ED25519 = "Ed25519";

  @PersistenceContext private EntityManager em;
  @Inject private Sealing sealing;
  @Inject private Clock clock;

  /** A public half, and since when there is the key. */
  public record Witness(VerifyingKey key, Instant createdAt) {}

  /** All of them, newest first; there is at least one. */
  public List<Witness> all() {
    List<Witness> known = load();
    if (known.isEmpty()) {
      add();
      known = load();
    }
    return known;
  }

  private List<Witness> load() {
    List<?> rows =
        em.createNativeQuery(
                "select public_spki, created_at from control.witness_key order by created_at desc, key_id")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Witness(VerifyingKey.ofSpki((byte[]) row[0]), ((Timestamp) row[1]).toInstant()))
        .toList();
  }

  /** Adds the installation's signature. */
  public DsseEnvelope witness(DsseEnvelope envelope, byte[] statement) {
    String id = all().get(0).key().id();
    byte[] sealed =
        (byte[])
            em.createNativeQuery("select private_sealed from control.witness_key where key_id = ?1")
                .setParameter(1, id)
                .getSingleResult();
    byte[] message = Dsse.pae(envelope.payloadType(), statement);
    return Dsse.signed(envelope, id, sign(sealing.open(PURPOSE + id, sealed), message));
  }

  /** The bytes that one of the keys signed; null when none did. */
  public byte[] opened(DsseEnvelope envelope) {
    return all().stream()
        .map(known -> Dsse.opened(envelope, known.key()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Two nodes that need the first at once wait for each other, so that there is one. */
  private void add() {
    em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('witness_key', 17))")
        .getSingleResult();
    if (!load().isEmpty()) {
      return;
    }
    KeyPair pair = generated();
    VerifyingKey key = VerifyingKey.ofSpki(pair.getPublic().getEncoded());
    em.createNativeQuery(
            "insert into control.witness_key (key_id, public_spki, private_sealed, created_at)"
                + " values (?1, ?2, ?3, ?4)")
        .setParameter(1, key.id())
        .setParameter(2, key.spki())
        .setParameter(3, sealing.seal(PURPOSE + key.id(), pair.getPrivate().getEncoded()))
        .setParameter(4, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No witness key could be made", e);
    }
  }

  private static byte[] sign(byte[] pkcs8, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The witness key cannot sign", e);
    }
  }
}
