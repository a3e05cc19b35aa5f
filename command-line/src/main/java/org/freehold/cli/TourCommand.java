package org.freehold.cli;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.tour.Tour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plays the whole story against the running server. */
@Command(
    name = "tour",
    description =
        "Play the whole story on two new tenants and show every request; exit code 0 when all held.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold login --email admin@freehold.example", "  freehold tour"})
final class TourCommand implements Callable<Integer> {
  @Mixin private Connection connection;

  @Override
  public Integer call() {
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
    boolean held = new Tour(connection.url().toString(), connection.out(), slug, token).play();
    return held ? 0 : 1;
  }
}
