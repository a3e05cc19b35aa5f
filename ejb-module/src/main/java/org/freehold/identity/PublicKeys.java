package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.freehold.identity.internal.KeyRing;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.PublicCall;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** The public halves of the signing keys. */
@Stateless
@Guarded
@NotAudited("It only reads.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PublicKeys {
  @Inject private KeyRing keys;

  /** A JWK set (RFC 7517) with every key whose tokens may still be valid. */
  @PublicCall
  public String jwkSet() {
    return new JsonWebKeySet(keys.all()).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
