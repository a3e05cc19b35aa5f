package org.freehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.tour.Tour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the whole story against the running server. */
@Command(
    name = "tour",
    description =
        "Play the whole story on two new tenants and show every request; exit code 0 when all held.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold login --email admin@freehold.example", "  freehold tour"})
final class TourCommand implements Callable<Integer> {
  @Mixin private Connection connection;

  @Option(
      names = "--demo-password",
      paramLabel = "PASSWORD",
      defaultValue = "${env:FREEHOLD_DEMO_PASSWORD:-}",
      description =
          "The password of demo users (FREEHOLD_DEMO_PASSWORD; else the one in the data folder).")
  private String demoPassword;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:FREEHOLD_DATA:-data}",
      description = "The data folder of the server, when it is on this machine (${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() throws IOException {
    // Read once, before the first request: a chapter names its tenant by the Host header.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    String token =
        connection
            .tokens()
            .current()
            .orElseThrow(
                () ->
                    new Failure(
                        "The tour needs an administrator.",
                        "Sign in first: freehold login --email admin@freehold.example."));
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    String slug = "tour-" + HexFormat.of().formatHex(random);
    boolean held =
        new Tour(connection.url().toString(), connection.out(), slug, token, demoPassword()).play();
    return held ? 0 : 1;
  }

  private String demoPassword() throws IOException {
    if (!demoPassword.isBlank()) {
      return demoPassword;
    }
    return new InstallationFolder(data)
        .demoPassword()
        .orElseThrow(
            () ->
                new Failure(
                    "The tour signs in as demo users, and their password is not known here.",
                    "Give --data with the data folder of the server, or --demo-password."));
  }
}
