package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample client does what its readers will see it do. */
class SampleClientIT {
  private static final Path SAMPLE = Path.of("..", "docs", "api", "sample-client", "Sample.java");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY = "{\"type\":\"project.created\"}";

  @TempDir private Path place;

  private record Outcome(int exitCode, String out, String err) {}

  @Test
  void playsFromTheSignInToTheEndOfAJob() throws Exception {
    TestTenant tenant = Fixtures.tenant();
    Outcome outcome = run(environment(tenant, tenant.owner().email(), TestTenant.PASSWORD), "");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("Made project ", "It is paused now", "Refused as it should be: invalid")
        .endsWith("Job rehearsal completed\n");
    List<String> projects = tenant.api().get("/api/projects?limit=200").is(200).each("status");
    assertThat(projects).containsExactly("paused");
  }

  @Test
  void saysWhyItWasRefused() throws Exception {
    TestTenant tenant = Fixtures.tenant();
    Outcome outcome = run(environment(tenant, tenant.owner().email(), "a wrong password"), "");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("401 The email address or the password is wrong.")
        .contains("(request ");
  }

  @Test
  void believesAWebhookThatThePublishedLibrarySigned() throws Exception {
    long now = Instant.now().getEpochSecond();

    assertThat(verify(now, now, BODY)).isEqualTo(new Outcome(0, "genuine\n", ""));
  }

  @Test
  void believesNoOtherBodyAndNoOldTimestamp() throws Exception {
    long now = Instant.now().getEpochSecond();
    long old = now - Duration.ofMinutes(6).toSeconds();

    assertThat(verify(now, now, BODY + " ").exitCode()).isEqualTo(1);
    assertThat(verify(now, old, BODY).exitCode()).isEqualTo(1);
    assertThat(verify(old, old, BODY).exitCode()).isEqualTo(1);
  }

  private Outcome verify(long signedAt, long toldAt, String received) throws Exception {
    String signature = new Webhook(SECRET).sign("msg_1", signedAt, BODY);
    return run(Map.of(), received, "verify", SECRET, "msg_1", "" + toldAt, signature);
  }

  private static Map<String, String> environment(TestTenant tenant, String email, String password) {
    return Map.of(
        "FREEHOLD_SERVER",
        Installation.url().toString(),
        "FREEHOLD_TENANT",
        tenant.slug(),
        "FREEHOLD_EMAIL",
        email,
        "FREEHOLD_PASSWORD",
        password);
  }

  private Outcome run(Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    Path in = Files.writeString(place.resolve("in"), input);
    Path out = place.resolve("out");
    Path err = place.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(SAMPLE.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
