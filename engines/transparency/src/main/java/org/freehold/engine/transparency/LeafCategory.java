package org.freehold.engine.transparency;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which personal data was touched, why, and on what legal basis; each may be null.
 *
 * @param data the category of data, such as {@code contact}
 * @param purpose such as {@code support}
 * @param legalBasis such as {@code contract}
 */
public record LeafCategory(String data, String purpose, String legalBasis) {

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    LeafContent.putIfKnown(fields, "data", data);
    LeafContent.putIfKnown(fields, "purpose", purpose);
    LeafContent.putIfKnown(fields, "basis", legalBasis);
    return fields;
  }
}
