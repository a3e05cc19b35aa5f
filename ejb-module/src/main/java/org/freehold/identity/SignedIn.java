package org.freehold.identity;

import java.util.List;
import org.freehold.platform.Personal;
import org.freehold.platform.Secret;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;

/**
 * The answer to a sign-in.
 *
 * @param expiresIn seconds
 * @param tenants the tenants that the person is a member of
 */
public record SignedIn(
    @Secret String accessToken,
    String tokenType,
    long expiresIn,
    @Secret String refreshToken,
    Person user,
    List<Home> tenants) {
  /** Who signed in. */
  public record Person(UserId id, @Personal String email, @Personal String name) {}

  /** A tenant to work in. */
  public record Home(TenantId id, String slug, String name) {}
}
