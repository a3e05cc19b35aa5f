package org.freehold.launcher;

import java.util.Optional;

/** What is printed when Freehold is ready: where it is, how to sign in, and what to try. */
final class Welcome {
  private final StartOptions options;
  private final String email;
  private final Optional<String> generatedPassword;
  private final Optional<String> demoPassword;

  /** The password of demo users is empty where it is not to be told. */
  Welcome(
      StartOptions options,
      String email,
      Optional<String> generatedPassword,
      Optional<String> demoPassword) {
    this.options = options;
    this.email = email;
    this.generatedPassword = generatedPassword;
    this.demoPassword = demoPassword;
  }

  String text() {
    return """

        Freehold is ready: %s

        %s%s

        Try:
          %s
          curl -s %s/api/whoami -H "Authorization: Bearer $TOKEN"
          curl -s %s/api/projects -H "Authorization: Bearer $TOKEN" -H 'X-Tenant-Slug: demo'

        Data: %s   Stop: Ctrl-C\
        """
        .formatted(
            options.urlForPeople(),
            signIn(),
            demoUsers(),
            loginLine(),
            options.localUrl(),
            options.localUrl(),
            options.data().toAbsolutePath().normalize());
  }

  private String demoUsers() {
    return demoPassword
        .map(
            password ->
                ("%nThe people of the tenant demo, as manager@demo.example, developer@demo.example"
                        + " or viewer@demo.example, have the password %s.")
                    .formatted(password))
        .orElse("");
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
