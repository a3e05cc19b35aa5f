package org.freehold.cli.rest;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;

/** What could not be done, as one line for people; ends the command with exit code 1. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;
  private final transient JsonObject problem;

  public Failure(String what, String hint) {
    super(what + " " + hint);
    passing = false;
    problem = null;
  }

  public Failure(String what, String hint, Throwable cause) {
    super(what + " " + hint, cause);
    passing = cause instanceof IOException;
    problem = null;
  }

  /** The refusal of a server; {@code problem} is null where it told none. */
  Failure(String line, int status, JsonObject problem) {
    super(line);
    passing = status == 429 || status >= 500;
    this.problem = problem;
  }

  /** The problem that the server told, with what it has beside its sentence. */
  public Optional<JsonObject> problem() {
    return Optional.ofNullable(problem);
  }

  /** The stable name of the problem; empty where the server told none. */
  public String code() {
    return problem().map(told -> told.getString("code", "")).orElse("");
  }

  /** Whether it may pass by itself: nobody answered, or a server that was busy or starting. */
  public boolean isPassing() {
    return passing;
  }
}
