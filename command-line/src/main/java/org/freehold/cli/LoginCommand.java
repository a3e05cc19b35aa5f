package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.SignIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a person in, once for all commands that follow. */
@Command(
    name = "login",
    description = "Sign in; the commands that follow need no password.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  freehold login --email admin@freehold.example",
      "  pass freehold | freehold login --email me@example.org --password-stdin"
    })
final class LoginCommand implements Callable<Integer> {
  private static final int LONGEST_PASSWORD = 1024;

  @Mixin private Connection connection;

  @Option(names = "--email", paramLabel = "ADDRESS", required = true, description = "Who you are.")
  private String email;

  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of the standard input.")
  private boolean fromInput;

  @Override
  public Integer call() {
    URI url = connection.url();
    JsonObject answer =
        new SignIn(connection.sessionFile()).begin(url, connection.named(), email, password());
    String tenant = connection.tenant().map(slug -> ", in the tenant " + slug).orElse("");
    return connection.done(
        withoutTokens(answer), "Signed in to %s as %s%s.".formatted(url, email, tenant));
  }

  private static JsonObject withoutTokens(JsonObject answer) {
    return Json.createObjectBuilder(answer).remove("access_token").remove("refresh_token").build();
  }

  private String password() {
    if (fromInput) {
      return firstLine();
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password: ");
    if (typed == null) {
      throw new Failure("There is no terminal to ask for the password.", "Use --password-stdin.");
    }
    return new String(typed);
  }

  private static String firstLine() {
    try {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      StringBuilder line = new StringBuilder();
      for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
        line.append((char) next);
        if (line.length() > LONGEST_PASSWORD) {
          throw new Failure("The password has more than 1024 characters.", "Check what you send.");
        }
      }
      String password = line.toString().replaceAll("\r$", "");
      if (password.isEmpty()) {
        throw new Failure("The standard input was empty.", "Send the password as its first line.");
      }
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the password", e);
    }
  }
}
