package org.freehold.platform;

import java.util.List;

/** The request says something that cannot be; each fault names its place. */
public final class Invalid extends Problem {
  public Invalid(List<Fault> faults) {
    super(
        400,
        "invalid",
        "Invalid request",
        faults.size() == 1
            ? faults.get(0).detail()
            : "The request has " + faults.size() + " faults.",
        "Each entry of errors names a place in the request and what is wrong with it.",
        faults);
  }

  public static Invalid at(String pointer, String code, String detail) {
    return new Invalid(List.of(new Fault(pointer, code, detail)));
  }
}
