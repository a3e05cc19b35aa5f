package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a receiver in JavaScript verifies, with the published library; where Node is present. */
class JavaScriptLibraryIT {
  private static final String LIBRARY = "standardwebhooks@1.0.0";

  /** Says the type of what it verified, and how it takes a body that somebody changed. */
  private static final String SCRIPT =
      """
      const {Webhook} = require('standardwebhooks');
      const {secret, headers, body} = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
      const webhook = new Webhook(secret);
      console.log(webhook.verify(body, headers).type);
      try {
        webhook.verify(body.replace('"type"', '"Type"'), headers);
        console.log('taken');
      } catch (e) {
        console.log(e.constructor.name);
      }
      """;

  @TempDir private Path folder;

  @Test
  void verifiesARealDelivery() throws Exception {
    assumeTrue(run("", "node", "--version").exit() == 0, "Node is not there");
    Ran installed =
        run("", "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", LIBRARY);
    assumeTrue(installed.exit() == 0, () -> "The library is not to be had: " + installed.out());
    Files.writeString(folder.resolve("verify.js"), SCRIPT);
    TestTenant tenant = Fixtures.tenant();
    try (Receiver receiver = new Receiver()) {
      String secret =
          tenant
              .api()
              .post("/api/webhooks/endpoints", Body.of("url", receiver.url()))
              .is(201)
              .string("secret");
      tenant.project("name", "Ünïcode, \"quoted\"");
      Receiver.Received message =
          Await.until(
                  Duration.ofSeconds(30),
                  () -> receiver.of("project.created"),
                  all -> !all.isEmpty())
              .get(0);
      JsonObjectBuilder headers = Json.createObjectBuilder();
      message.headers().forEach((name, values) -> headers.add(name.toLowerCase(), values.get(0)));
      Ran ran =
          run(
              Body.of("secret", secret, "headers", headers.build(), "body", message.body()),
              "node",
              "verify.js");
      assertThat(ran.out().lines()).containsExactly("project.created", "WebhookVerificationError");
    }
  }

  private record Ran(int exit, String out) {}

  /** A program that is not there ends as one that failed. */
  private Ran run(String input, String... command) throws InterruptedException, IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException e) {
      return new Ran(127, e.getMessage());
    }
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    return new Ran(ended ? process.exitValue() : 124, Files.readString(out));
  }
}
