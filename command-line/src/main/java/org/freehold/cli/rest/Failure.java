package org.freehold.cli.rest;

import java.io.IOException;

/** What could not be done, as one line for people; ends the command with exit code 1. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Failure(String what, String hint) {
    super(what + " " + hint);
  }

  public Failure(String what, String hint, Throwable cause) {
    super(what + " " + hint, cause);
  }

  /** Whether nobody answered, which may pass by itself. */
  public boolean isSilence() {
    return getCause() instanceof IOException;
  }

  /** The refusal of a server. */
  Failure(String line) {
    super(line);
  }
}
