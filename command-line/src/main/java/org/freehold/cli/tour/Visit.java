package org.freehold.cli.tour;

import static jakarta.json.Json.createObjectBuilder;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import org.freehold.cli.rest.Tokens;

/** What the chapters of one tour share: who plays where, and what the earlier ones made. */
final class Visit {
  private final Caller nobody;
  private final String slug;
  private final String token;
  private final String password;
  private final String demoPassword;
  private final Map<String, String> made = new HashMap<>();

  /** The administrator's access token; the tenants that the tour makes begin with {@code slug}. */
  Visit(String base, PrintWriter out, String slug, String token, String demoPassword) {
    this.demoPassword = demoPassword;
    this.nobody = Caller.at(base, out);
    this.slug = slug;
    this.token = token;
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    this.password = "tour-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  String slug() {
    return slug;
  }

  String otherSlug() {
    return slug + "-other";
  }

  String base() {
    return nobody.base();
  }

  /** The server's name with the tenant before it. */
  String subdomain() {
    return slug + "." + URI.create(base()).getAuthority();
  }

  PrintWriter out() {
    return nobody.out();
  }

  /** Of the owners of the tenants that this tour makes. */
  String password() {
    return password;
  }

  Caller administrator() {
    return nobody.bearing(token);
  }

  /** As the administrator sees it, without a word. */
  Server server() {
    return new Server(URI.create(base()), Optional.empty(), Tokens.fixed(token));
  }

  /** Somebody of the seeded tenant, signed in, who names no tenant yet. */
  Caller person(String role) {
    return signedIn(role + "@" + slug + ".example", demoPassword);
  }

  Caller signedIn(String email) {
    return signedIn(email, password);
  }

  private Caller signedIn(String email, String password) {
    JsonObject login = createObjectBuilder().add("email", email).add("password", password).build();
    String key = "token of " + email;
    if (!made.containsKey(key)) {
      remember(key, nobody.post("/api/auth/login", login).is(200).string("access_token"));
    }
    return nobody.bearing(made(key));
  }

  void remember(String name, String value) {
    made.put(name, value);
  }

  String made(String name) {
    String value = made.get(name);
    if (value == null) {
      throw new Failure("An earlier step did not make the " + name + ".", "");
    }
    return value;
  }
}
