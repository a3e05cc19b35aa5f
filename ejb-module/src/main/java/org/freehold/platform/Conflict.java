package org.freehold.platform;

/** The request contradicts the state of the thing; the code says how. */
public final class Conflict extends Problem {
  public Conflict(String code, String detail, String hint) {
    super(409, code, "Conflict", detail, hint);
  }
}
