package org.freehold.engine.transparency;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One changed attribute. Values are what {@link CanonicalJson} takes; null is a value too.
 *
 * @param withheld the values are personal data: they are in disclosures and not in the leaf
 */
public record LeafChange(String path, Object oldValue, Object newValue, boolean withheld) {

  public LeafChange {
    Objects.requireNonNull(path, "path");
    if (withheld && (oldValue != null || newValue != null)) {
      throw new IllegalArgumentException("A withheld change of %s carries values".formatted(path));
    }
  }

  /** A change with both values in clear. */
  public static LeafChange of(String path, Object oldValue, Object newValue) {
    return new LeafChange(path, oldValue, newValue, false);
  }

  /** Says only that the attribute changed. */
  public static LeafChange withheld(String path) {
    return new LeafChange(path, null, null, true);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", path);
    if (!withheld) {
      fields.put("old", oldValue);
      fields.put("new", newValue);
    }
    return fields;
  }
}
