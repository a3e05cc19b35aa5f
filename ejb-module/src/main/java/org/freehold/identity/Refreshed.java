package org.freehold.identity;

import org.freehold.platform.Secret;

/** A new pair of tokens; the refresh token that was sent is good no more. */
public record Refreshed(
    @Secret String accessToken, String tokenType, long expiresIn, @Secret String refreshToken) {}
