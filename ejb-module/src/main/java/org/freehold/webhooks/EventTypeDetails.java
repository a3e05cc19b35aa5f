package org.freehold.webhooks;

import jakarta.json.JsonValue;
import java.util.Map;

/**
 * A type of event that there is.
 *
 * @param type its name, as {@code project.created}
 * @param version grows when its body is another than before with more members
 * @param schema JSON Schema (2020-12) of the body of its messages
 * @param example such a body
 */
public record EventTypeDetails(
    String type,
    int version,
    String description,
    Map<String, JsonValue> schema,
    Map<String, JsonValue> example,
    Origin origin) {
  /** Whose it is. */
  public enum Origin {
    FREEHOLD,
    /** The tenant registered it. */
    TENANT
  }
}
