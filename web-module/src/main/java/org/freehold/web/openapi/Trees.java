package org.freehold.web.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes JSON objects that keep the order in which they were told. */
final class Trees {
  private Trees() {}

  /** Names and values in turn. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }

  static Map<String, Object> reference(String kind, String name) {
    return of("$ref", "#/components/" + kind + "/" + name);
  }
}
