package org.freehold.releases.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentDetails.Failure;

/** A failure as it is kept. */
final class StoredFailure {
  private StoredFailure() {}

  /** Null for null. */
  static Failure read(String json) {
    if (json == null) {
      return null;
    }
    JsonObject stored = JsonText.parseObject(json);
    Integer step = stored.get("step") instanceof JsonNumber number ? number.intValue() : null;
    return new Failure(stored.getString("code"), step, stored.getString("message", null));
  }
}
