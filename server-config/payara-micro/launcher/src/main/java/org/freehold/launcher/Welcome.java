package org.freehold.launcher;

import java.util.Optional;

/** What is printed when Freehold is ready: where it is, how to sign in, and what to try. */
final class Welcome {
  private final StartOptions options;
  private final String email;
  private final Optional<String> generatedPassword;

  Welcome(StartOptions options, String email, Optional<String> generatedPassword) {
    this.options = options;
    this.email = email;
    this.generatedPassword = generatedPassword;
  }

  String text() {
    return """

        Freehold is ready: %s

        %s

        Try:
          %s
          curl -s %s/api/whoami -H "Authorization: Bearer $TOKEN"
          curl -s %s/api/projects -H "Authorization: Bearer $TOKEN" -H 'X-Tenant-Slug: demo'

        Data: %s   Stop: Ctrl-C\
        """
        .formatted(
            options.urlForPeople(),
            signIn(),
            loginLine(),
            options.localUrl(),
            options.localUrl(),
            options.data().toAbsolutePath().normalize());
  }

  private String signIn() {
    return generatedPassword
        .map(
            password ->
                "Sign in as %s with the password %s (shown this once: keep it)."
                    .formatted(email, password))
        .orElse("Sign in as " + email + " or with any other account.");
  }

  private String loginLine() {
    return "TOKEN=$(curl -s %s/api/auth/login -H 'Content-Type: application/json' -d '{\"email\":\"%s\",\"password\":\"%s\"}' | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')"
        .formatted(options.localUrl(), email, generatedPassword.orElseGet(this::placeholder));
  }

  private String placeholder() {
    return options.environment().get("FREEHOLD_ADMIN_PASSWORD").isPresent()
        ? "'\"$FREEHOLD_ADMIN_PASSWORD\"'"
        : "YOUR-PASSWORD";
  }
}
