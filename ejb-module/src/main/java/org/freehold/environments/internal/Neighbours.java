package org.freehold.environments.internal;

import java.util.List;
import org.freehold.environments.EnvironmentFields;
import org.freehold.platform.Conflict;

/** The environments of one project, or of the tenant: each has a name and a position of its own. */
public record Neighbours(List<Environment> all) {
  /** The fields with a position behind all others, where they have none. */
  public EnvironmentFields positioned(EnvironmentFields fields) {
    if (fields.position() != null) {
      return fields;
    }
    int last = all.stream().mapToInt(Environment::position).max().orElse(0);
    return new EnvironmentFields(
        fields.projectId(),
        fields.name(),
        last + 1,
        fields.url(),
        fields.healthUrl(),
        fields.policy(),
        fields.target());
  }

  /** Name and position; {@code self} null for one that is new. */
  public void requireFree(EnvironmentFields fields, Environment self) {
    for (Environment other : all) {
      if (self != null && other.id().equals(self.id())) {
        continue;
      }
      if (other.name().equals(fields.name())) {
        throw new Conflict(
            "name_taken",
            "There is an environment " + fields.name() + " already.",
            "Choose another name.");
      }
      if (other.position() == fields.position()) {
        throw new Conflict(
            "position_taken",
            "The environment " + other.name() + " is at position " + other.position() + ".",
            "Choose a position that is free.");
      }
    }
  }
}
