package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.freehold.access.policies.PolicyFinding;

/** Refuses members that there are not. */
final class Names {
  private Names() {}

  static void requireKnown(
      JsonObject json, Set<String> known, String pointer, List<PolicyFinding> findings) {
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        findings.add(
            PolicyFinding.error(
                pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                "unknown_field",
                "There is no field " + name + " here."));
      }
    }
  }
}
