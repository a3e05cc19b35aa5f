package org.freehold.identity.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.freehold.identity.IdentitySettings;
import org.freehold.identity.Sealing;
import org.freehold.platform.Uuid7;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The ES256 keys that sign access tokens. The newest signs until it retires; each stays published
 * until the last token it may have signed has expired. A new one is made a day before it is needed
 * and published at once, so that whoever caches the key set knows it in time.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SigningKeys {
  private static final String PURPOSE = "signing-key:";

  @PersistenceContext private EntityManager em;
  @Inject private Sealing sealing;
  @Inject private IdentitySettings settings;
  @Inject private Clock clock;

  /** A key with its private half, and until when it signs. */
  public record SigningKey(PublicJsonWebKey jwk, Instant retires) {}

  /** All keys that verify, newest first. */
  public List<SigningKey> load() {
    List<?> rows =
        em.createNativeQuery(
                "select kid, private_sealed, retires_at from control.signing_key where forgotten_at > ?1"
                    + " order by created_at desc")
            .setParameter(1, Timestamp.from(clock.instant()))
            .getResultList();
    List<SigningKey> keys = new ArrayList<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      keys.add(
          new SigningKey(
              open((String) columns[0], (byte[]) columns[1]),
              ((Timestamp) columns[2]).toInstant()));
    }
    return keys;
  }

  private PublicJsonWebKey open(String kid, byte[] sealed) {
    try {
      String json = new String(sealing.open(PURPOSE + kid, sealed), StandardCharsets.UTF_8);
      return PublicJsonWebKey.Factory.newPublicJwk(json);
    } catch (JoseException e) {
      throw new IllegalStateException("Signing key " + kid + " cannot be read", e);
    }
  }

  /**
   * Makes a key when there is none that signs for another day, and forgets those whose time is
   * over.
   */
  public void rotate() {
    em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('signing_key', 17))")
        .getSingleResult();
    Instant now = clock.instant();
    em.createNativeQuery("delete from control.signing_key where forgotten_at <= ?1")
        .setParameter(1, Timestamp.from(now))
        .executeUpdate();
    Number fresh =
        (Number)
            em.createNativeQuery("select count(*) from control.signing_key where retires_at > ?1")
                .setParameter(1, Timestamp.from(now.plus(Duration.ofDays(1))))
                .getSingleResult();
    if (fresh.longValue() == 0) {
      add(now);
    }
  }

  private void add(Instant now) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(Uuid7.next().toString());
      key.setAlgorithm("ES256");
      key.setUse("sig");
      String kid = key.getKeyId();
      byte[] sealed =
          sealing.seal(
              PURPOSE + kid,
              key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)
                  .getBytes(StandardCharsets.UTF_8));
      Instant retires = now.plus(settings.signingKeyLife());
      em.createNativeQuery(
              "insert into control.signing_key (kid, public_jwk, private_sealed, created_at, retires_at, forgotten_at)"
                  + " values (?1, ?2, ?3, ?4, ?5, ?6)")
          .setParameter(1, kid)
          .setParameter(2, key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
          .setParameter(3, sealed)
          .setParameter(4, Timestamp.from(now))
          .setParameter(5, Timestamp.from(retires))
          .setParameter(6, Timestamp.from(retires.plus(Duration.ofDays(1))))
          .executeUpdate();
    } catch (JoseException e) {
      throw new IllegalStateException("No signing key could be made", e);
    }
  }
}
