package org.freehold.cli;

import static org.freehold.cli.Finding.failed;
import static org.freehold.cli.Finding.ok;
import static org.freehold.cli.Finding.warning;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.freehold.cli.rest.Answer;
import org.freehold.cli.rest.Failure;
import org.freehold.cli.rest.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at everything that a command needs, and says what is wrong and what to do. */
@Command(
    name = "doctor",
    description = "Check the server, the sign-in and the clocks; exit code 1 when something fails.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold doctor --server https://freehold.example"})
final class DoctorCommand implements Callable<Integer> {
  /** Signed webhooks and tokens are refused when clocks differ by more. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

  @Mixin private Connection connection;

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    findings.add(ok("Java", Runtime.version().toString()));
    findings.add(checked("session file", this::session));
    Finding alive = checked("server", this::liveness);
    findings.add(alive);
    if (alive.result() == Finding.Result.ok) {
      findings.add(checked("readiness", this::readiness));
      findings.add(checked("clock", this::clock));
      findings.add(checked("sign-in", this::signIn));
      findings.addAll(components());
    }
    JsonArrayBuilder items = Json.createArrayBuilder();
    findings.forEach(finding -> items.add(finding.toJson()));
    connection.show(
        Json.createObjectBuilder().add("items", items).addNull("next").build(),
        Table.columns("check", "result", "detail"));
    return findings.stream().anyMatch(one -> one.result() == Finding.Result.failed) ? 1 : 0;
  }

  private Finding checked(String what, Supplier<Finding> check) {
    try {
      return check.get();
    } catch (Failure e) {
      return failed(what, e.getMessage());
    }
  }

  private Finding session() {
    return connection
        .sessionFile()
        .read()
        .map(kept -> ok("session file", kept.email() + " at " + kept.server()))
        .orElseGet(() -> warning("session file", "Nobody is signed in: freehold login."));
  }

  private Finding liveness() {
    return health("server", "/api/health/liveness");
  }

  private Finding readiness() {
    return health("readiness", "/api/health/readiness");
  }

  private Finding health(String what, String path) {
    Answer answer = connection.platform().send("GET", path, null);
    String detail = connection.url() + " answers " + answer.status();
    return answer.status() == 200 ? ok(what, detail) : failed(what, detail + ": see its log.");
  }

  private Finding clock() {
    Answer answer = connection.platform().send("GET", "/api/health/liveness", null);
    return answer
        .headers()
        .firstValue("Date")
        .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .map(theirs -> Duration.between(theirs, Instant.now()).abs())
        .map(
            skew ->
                skew.compareTo(TOLERATED_SKEW) <= 0
                    ? ok("clock", "agrees to " + skew.toSeconds() + " s")
                    : warning("clock", "differs by " + skew.toSeconds() + " s: synchronise it."))
        .orElseGet(() -> warning("clock", "The server did not say its time."));
  }

  private Finding signIn() {
    if (connection.tokens().current().isEmpty()) {
      return warning("sign-in", "Not signed in at " + connection.url() + ": freehold login.");
    }
    JsonObject identity = connection.server().get("/api/whoami");
    return ok("sign-in", identity.getJsonObject("user").getString("email"));
  }

  /** What the server says of its parts, for those who may see it. */
  private List<Finding> components() {
    Server server = connection.platform();
    Answer answer = server.send("GET", "/api/health/detailed", null);
    if (answer.isProblem()) {
      return List.of(warning("components", "Not shown to you: sign in as an administrator."));
    }
    List<Finding> findings = new ArrayList<>();
    answer
        .object()
        .getJsonObject("components")
        .forEach((name, component) -> findings.add(component(name, component.asJsonObject())));
    return findings;
  }

  private static Finding component(String name, JsonObject component) {
    String status = component.getString("status").toLowerCase();
    JsonValue millis = component.get("latency_millis");
    String detail = status + " in " + millis + " ms";
    return switch (status) {
      case "up", "ok", "healthy" -> ok(name, detail);
      case "down", "unhealthy" -> failed(name, detail + ": see the server's log.");
      default -> warning(name, detail);
    };
  }
}
