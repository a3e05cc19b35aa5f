package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.freehold.identity.internal.SigningKeys;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Makes the next signing key when the present one is about to retire. */
@Stateless
@Guarded
@NotAudited("Keys of access tokens change by themselves, every day.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyRotation {
  @Inject private SigningKeys keys;

  @SystemCall
  public void rotate() {
    keys.rotate();
  }
}
