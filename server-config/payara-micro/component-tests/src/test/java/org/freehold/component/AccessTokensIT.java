package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.freehold.identity.internal.AccessTokens;
import org.freehold.identity.internal.KeyRing;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each thing that an access token must say, with a signature that is ours. */
@ExtendWith(ArquillianExtension.class)
class AccessTokensIT {
  private static final String TYPE = "at+jwt";

  @Inject private AccessTokens tokens;
  @Inject private KeyRing keys;

  private final UUID user = UUID.randomUUID();

  @Test
  void whatWeSignOurselvesIsBelieved() throws Exception {
    assertThat(tokens.verify(signed(TYPE, claims -> {})))
        .hasValueSatisfying(bearer -> assertThat(bearer.user()).isEqualTo(user));
  }

  @Test
  void anotherTypeIsRefused() throws Exception {
    assertThat(tokens.verify(signed("JWT", claims -> {}))).isEmpty();
  }

  @Test
  void anotherAudienceIsRefused() throws Exception {
    assertThat(tokens.verify(signed(TYPE, claims -> claims.setAudience("other")))).isEmpty();
  }

  @Test
  void anotherIssuerIsRefused() throws Exception {
    assertThat(tokens.verify(signed(TYPE, claims -> claims.setIssuer("https://other.example"))))
        .isEmpty();
  }

  @Test
  void aTokenThatHasExpiredOrNeverDoesIsRefused() throws Exception {
    NumericDate past = NumericDate.now();
    past.addSeconds(-60);
    assertThat(tokens.verify(signed(TYPE, claims -> claims.setExpirationTime(past)))).isEmpty();
    assertThat(tokens.verify(signed(TYPE, claims -> claims.unsetClaim("exp")))).isEmpty();
  }

  @Test
  void aTokenThatIsKnownExpiresLikeAnother() throws Exception {
    NumericDate soon = NumericDate.now();
    soon.addSeconds(2);
    String token = signed(TYPE, claims -> claims.setExpirationTime(soon));
    assertThat(tokens.verify(token)).isPresent();
    Eventually.holds("it has expired", () -> tokens.verify(token).isEmpty());
  }

  private String signed(String type, Consumer<JwtClaims> change) throws Exception {
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setSkipSignatureVerification()
            .build()
            .processToClaims(tokens.issue(user, UUID.randomUUID()));
    change.accept(claims);
    PublicJsonWebKey key = keys.signing();
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setHeader("typ", type);
    return signature.getCompactSerialization();
  }
}
