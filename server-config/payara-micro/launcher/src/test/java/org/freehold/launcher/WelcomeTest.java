package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.freehold.launcher.server.Distribution;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  @Test
  void showsAGeneratedPassword() {
    assertThat(welcome(Map.of(), Optional.of("geheim")))
        .contains("http://localhost:8081")
        .contains("Sign in as admin@example.com with the password geheim");
  }

  @Test
  void saysHowDemoUsersSignIn() {
    assertThat(welcome(Map.of(), Optional.of("geheim")))
        .contains("manager@demo.example")
        .contains("have the password for all of them.");
  }

  @Test
  void neverRepeatsAPasswordThatWasGiven() {
    assertThat(welcome(Map.of("FREEHOLD_ADMIN_PASSWORD", "given"), Optional.empty()))
        .doesNotContain("given")
        .contains("$FREEHOLD_ADMIN_PASSWORD");
  }

  @Test
  void printsALoginLineThatFindsTheTokenInAnAnswer() throws Exception {
    String line =
        welcome(Map.of(), Optional.of("geheim"))
            .lines()
            .filter(text -> text.contains("TOKEN=$("))
            .findFirst()
            .orElseThrow();
    String script =
        "curl() { printf '{\"access_token\":\"abc.def\",\"token_type\":\"Bearer\"}'; }\n"
            + line
            + "\nprintf '%s' \"$TOKEN\"";
    Process shell = new ProcessBuilder("sh", "-c", script).start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed).isEqualTo("abc.def");
    assertThat(shell.waitFor()).isZero();
  }

  private static String welcome(Map<String, String> environment, Optional<String> password) {
    StartOptions options =
        new StartOptions(
            new Distribution(Path.of("freehold")),
            Path.of("data"),
            8081,
            0,
            Optional.empty(),
            new Environment(environment));
    return new Welcome(options, "admin@example.com", password, Optional.of("for all of them"))
        .text();
  }
}
