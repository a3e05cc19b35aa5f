package org.freehold.engine.migration;

import java.util.List;

/** An enumerated type with its values in their order. */
public record EnumType(String name, List<String> values) {
  public EnumType {
    values = List.copyOf(values);
  }
}
