package org.freehold.platform;

/** The thing is unknown, another tenant's, or hidden from the caller: these answer alike. */
public final class NotFound extends Problem {
  public NotFound(String what) {
    super(
        404,
        "not_found",
        "Not found",
        "There is no such " + what.replace('_', ' ') + " here.",
        "Check the id, and which tenant the request is for.");
  }
}
