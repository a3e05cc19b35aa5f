package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What the doctor saw at one place. */
record Finding(String what, Result result, String detail) {
  /** How good it is. */
  enum Result {
    ok,
    warning,
    failed
  }

  static Finding ok(String what, String detail) {
    return new Finding(what, Result.ok, detail);
  }

  static Finding warning(String what, String detail) {
    return new Finding(what, Result.warning, detail);
  }

  static Finding failed(String what, String detail) {
    return new Finding(what, Result.failed, detail);
  }

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("check", what)
        .add("result", result.name())
        .add("detail", detail)
        .build();
  }
}
