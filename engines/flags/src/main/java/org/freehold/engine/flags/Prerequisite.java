package org.freehold.engine.flags;

import java.util.Set;

/** Another flag that must have one of these variants for the same context. */
public record Prerequisite(String flag, Set<String> variants) {
  public Prerequisite {
    variants = Set.copyOf(variants);
  }
}
