package org.freehold.cli.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in where.
 *
 * @param tenant the one that commands work in when they name none
 * @param refreshToken good once
 */
public record Session(
    URI server,
    Optional<String> tenant,
    String email,
    String accessToken,
    Instant expiresAt,
    String refreshToken) {

  /** What the sign-in or the refresh at {@code server} answered. */
  static Session of(
      URI server, Optional<String> tenant, String email, JsonObject answer, Instant now) {
    return new Session(
        server,
        tenant,
        email,
        answer.getString("access_token"),
        now.plusSeconds(answer.getInt("expires_in")),
        answer.getString("refresh_token"));
  }

  static Session read(JsonObject json) {
    return new Session(
        URI.create(json.getString("server")),
        Optional.ofNullable(json.getString("tenant", null)),
        json.getString("email"),
        json.getString("access_token"),
        Instant.parse(json.getString("expires_at")),
        json.getString("refresh_token"));
  }

  JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("server", server.toString());
    tenant.ifPresent(slug -> json.add("tenant", slug));
    return json.add("email", email)
        .add("access_token", accessToken)
        .add("expires_at", expiresAt.toString())
        .add("refresh_token", refreshToken)
        .build();
  }

  /** Tells nothing of the tokens. */
  @Override
  public String toString() {
    return "Session[" + email + " at " + server + "]";
  }
}
