package org.freehold.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.freehold.identity.IdentitySettings;
import org.freehold.platform.Uuid7;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Access tokens: JWTs of RFC 9068 ({@code typ: at+jwt}), ES256 and nothing else, naming a person
 * and a session and no role. Verified as RFC 8725 asks: fixed algorithm, issuer, audience and type.
 */
@ApplicationScoped
public class AccessTokens {
  private static final String AUDIENCE = "freehold";
  private static final String TYPE = "at+jwt";
  private static final int CLOCK_SKEW_SECONDS = 5;
  private static final int LONGEST_TOKEN = 2048;

  /** Whom a token speaks for. */
  public record Bearer(UUID user, UUID session) {}

  /** A token whose signature was good, and when it expires in milliseconds of Unix time. */
  private record Verified(Bearer bearer, long expires) {}

  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  @Inject private KeyRing keys;
  @Inject private IdentitySettings settings;

  public String issue(UUID user, UUID session) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(settings.publicUrl());
    claims.setAudience(AUDIENCE);
    claims.setSubject(user.toString());
    claims.setStringClaim("client_id", AUDIENCE);
    claims.setStringClaim("sid", session.toString());
    claims.setJwtId(Uuid7.next().toString());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(settings.accessTokenLife().toSeconds() / 60f);
    PublicJsonWebKey key = keys.signing();
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setHeader("typ", TYPE);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The access token could not be signed", e);
    }
  }

  /**
   * Empty for every token that is not ours, not valid any more, or altered. A signature that was
   * good stays good: it is checked once, the expiry every time, and the session by the caller.
   */
  public Optional<Bearer> verify(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    Verified known = verified.getIfPresent(token);
    if (known == null) {
      Optional<Verified> checked = check(token);
      checked.ifPresent(good -> verified.put(token, good));
      return checked.map(Verified::bearer);
    }
    boolean alive = System.currentTimeMillis() < known.expires();
    return alive ? Optional.of(known.bearer()) : Optional.empty();
  }

  private Optional<Verified> check(String token) {
    try {
      JwtClaims claims = consumer().processToClaims(token);
      Bearer bearer =
          new Bearer(
              UUID.fromString(claims.getSubject()),
              UUID.fromString(claims.getStringClaimValue("sid")));
      return Optional.of(new Verified(bearer, claims.getExpirationTime().getValueInMillis()));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      // Whatever is wrong with it, to the caller it is simply no token.
      return Optional.empty();
    }
  }

  private JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
        .setVerificationKeyResolver(
            (signature, nested) ->
                keys.byId(String.valueOf(signature.getKeyIdHeaderValue()))
                    .orElseThrow(() -> new UnresolvableKeyException("unknown key"))
                    .getPublicKey())
        .setExpectedType(true, TYPE)
        .setExpectedIssuer(settings.publicUrl())
        .setExpectedAudience(AUDIENCE)
        .setRequireExpirationTime()
        .setRequireSubject()
        .setRequireJwtId()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }
}
