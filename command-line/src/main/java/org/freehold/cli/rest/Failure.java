package org.freehold.cli.rest;

import java.io.IOException;

/** What could not be done, as one line for people; ends the command with exit code 1. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  public Failure(String what, String hint) {
    super(what + " " + hint);
    passing = false;
  }

  public Failure(String what, String hint, Throwable cause) {
    super(what + " " + hint, cause);
    passing = cause instanceof IOException;
  }

  /** The refusal of a server. */
  Failure(String line, int status) {
    super(line);
    passing = status == 429 || status >= 500;
  }

  /** Whether it may pass by itself: nobody answered, or a server that was busy or starting. */
  public boolean isPassing() {
    return passing;
  }
}
