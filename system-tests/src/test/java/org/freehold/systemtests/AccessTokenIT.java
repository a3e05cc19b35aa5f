package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTokenIT {
  private static TestTenant tenant;
  private static JsonWebKeySet published;

  @BeforeAll
  static void readTheKeys() throws JoseException {
    tenant = Fixtures.tenant();
    Answer keys = Fixtures.nobody().get("/.well-known/jwks.json").is(200);
    assertThat(keys.header("Content-Type")).startsWith("application/jwk-set+json");
    published = new JsonWebKeySet(keys.text());
  }

  @Test
  void thePublishedKeysVerifyATokenAndHoldNoPrivatePart() throws Exception {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.getJsonWebKeys()))
            .setExpectedAudience("freehold")
            .setExpectedType(true, "at+jwt")
            .setRequireExpirationTime()
            .setRequireJwtId()
            .build();
    JwtClaims claims = consumer.processToClaims(tenant.api().token());
    assertThat(claims.getSubject()).isEqualTo(tenant.owner().id());
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isBetween(1795L, 1805L);
    assertThat(claims.getClaimNames()).doesNotContain("roles", "permissions", "email");
    for (JsonWebKey key : published.getJsonWebKeys()) {
      assertThat(((PublicJsonWebKey) key).getPrivateKey()).isNull();
      assertThat(key.getKeyId()).isNotBlank();
    }
  }

  @Test
  void aTokenThatAnotherKeySignedIsRefused() throws JoseException {
    refused(
        signed(
            EcJwkGenerator.generateJwk(EllipticCurves.P256),
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            "at+jwt"));
  }

  @Test
  void aTokenOfAnotherTypeIsRefused() throws JoseException {
    refused(
        signed(
            EcJwkGenerator.generateJwk(EllipticCurves.P256),
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            "JWT"));
    refused(withHeader("{\"typ\":\"JWT\",\"alg\":\"ES256\",\"kid\":\"" + keyId() + "\"}"));
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    String unsigned = withHeader("{\"typ\":\"at+jwt\",\"alg\":\"none\"}");
    refused(unsigned);
    refused(unsigned.substring(0, unsigned.lastIndexOf('.') + 1));
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() throws JoseException {
    JsonWebSignature forged = new JsonWebSignature();
    forged.setPayload(claimsOfTheOwner());
    forged.setKey(
        new HmacKey(published.getJsonWebKeys().get(0).toJson().getBytes(StandardCharsets.UTF_8)));
    forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    forged.setKeyIdHeaderValue(keyId());
    forged.setHeader("typ", "at+jwt");
    refused(forged.getCompactSerialization());
  }

  @Test
  void aTokenWithOtherClaimsIsRefused() {
    String[] parts = tenant.api().token().split("\\.");
    String other = claimsOfTheOwner().replace(tenant.owner().id(), tenant.user("viewer").id());
    refused(parts[0] + "." + encoded(other) + "." + parts[2]);
  }

  @Test
  void whatIsNoTokenIsRefused() {
    for (String nonsense : new String[] {"x", "a.b.c", "..", "y".repeat(4000)}) {
      refused(nonsense);
    }
    Fixtures.nobody()
        .with("Authorization", "Basic YTpi")
        .get("/api/whoami")
        .isProblem(401, "invalid_scheme");
    Fixtures.nobody()
        .bearing("sk_live_nothing")
        .get("/api/whoami")
        .isProblem(401, "invalid_api_key");
    Fixtures.nobody().get("/api/whoami").is(401);
  }

  private static void refused(String token) {
    Answer answer = Fixtures.nobody().bearing(token).get("/api/whoami");
    answer.isProblem(401, "invalid_token");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private static String signed(PublicJsonWebKey key, String algorithm, String type)
      throws JoseException {
    JsonWebSignature forged = new JsonWebSignature();
    forged.setPayload(claimsOfTheOwner());
    forged.setKey(key.getPrivateKey());
    forged.setAlgorithmHeaderValue(algorithm);
    forged.setKeyIdHeaderValue(keyId());
    forged.setHeader("typ", type);
    return forged.getCompactSerialization();
  }

  private static String withHeader(String header) {
    String[] parts = tenant.api().token().split("\\.");
    return encoded(header) + "." + parts[1] + "." + parts[2];
  }

  private static String claimsOfTheOwner() {
    String payload = tenant.api().token().split("\\.")[1];
    return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
  }

  private static String keyId() {
    return published.getJsonWebKeys().get(0).getKeyId();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
