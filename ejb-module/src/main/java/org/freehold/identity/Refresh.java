package org.freehold.identity;

import jakarta.validation.constraints.Size;
import org.freehold.platform.Secret;

/** Asks for a new access token; a browser sends the refresh token as a cookie instead. */
public record Refresh(@Size(min = 1, max = 200) @Secret String refreshToken) {}
