package org.freehold.cli.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The kept session: made with a password, refreshed by itself, ended. */
public final class SignIn implements Tokens {
  /** A token that is about to expire is not worth sending. */
  private static final int SPARE_SECONDS = 20;

  private final SessionFile file;

  public SignIn(SessionFile file) {
    this.file = file;
  }

  /** Signs in and keeps the session, with the person's first tenant when none is named. */
  public JsonObject begin(URI server, Optional<String> tenant, String email, String password) {
    JsonObject answer =
        new Server(server, Optional.empty(), Tokens.none())
            .post(
                "/api/auth/login",
                Json.createObjectBuilder().add("email", email).add("password", password).build());
    Optional<String> home =
        tenant.or(
            () ->
                answer.getJsonArray("tenants").getValuesAs(JsonObject.class).stream()
                    .map(one -> one.getString("slug"))
                    .findFirst());
    file.alone(
        () -> {
          file.write(Session.of(server, home, email, answer, Instant.now()));
          return true;
        });
    return answer;
  }

  @Override
  public Optional<String> current() {
    Optional<Session> session = file.read();
    if (session.isEmpty()) {
      return Optional.empty();
    }
    String token = session.get().accessToken();
    boolean worthSending =
        session.get().expiresAt().isAfter(Instant.now().plusSeconds(SPARE_SECONDS));
    return worthSending ? Optional.of(token) : insteadOf(token);
  }

  @Override
  public Optional<String> insteadOf(String refused) {
    return file.alone(
            () ->
                file.read()
                    .map(kept -> kept.accessToken().equals(refused) ? refreshed(kept) : kept))
        .map(Session::accessToken);
  }

  /** Ends the session on its server and forgets it here; false when there was none. */
  public boolean end() {
    Optional<Session> session = file.read();
    if (session.isEmpty()) {
      return false;
    }
    // The audit log of a tenant tells of it, so the request names one.
    Answer answer =
        new Server(session.get().server(), session.get().tenant(), this)
            .send("POST", "/api/auth/logout", null);
    file.delete();
    if (answer.isProblem() && answer.status() != 401) {
      throw answer.failure();
    }
    return true;
  }

  private Session refreshed(Session kept) {
    JsonObject token = Json.createObjectBuilder().add("refresh_token", kept.refreshToken()).build();
    Answer answer =
        new Server(kept.server(), Optional.empty(), Tokens.none())
            .send("POST", "/api/auth/refresh", token);
    if (answer.status() == 401) {
      file.delete();
      throw new Failure(
          "The session of " + kept.email() + " has ended.", "Sign in again: freehold login.");
    }
    if (answer.isProblem()) {
      throw answer.failure();
    }
    Session fresh =
        Session.of(kept.server(), kept.tenant(), kept.email(), answer.object(), Instant.now());
    file.write(fresh);
    return fresh;
  }
}
