package org.freehold.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes opaque tokens. */
@ApplicationScoped
public class TokenMaker {
  public String refreshToken() {
    return RefreshTokens.next();
  }
}
