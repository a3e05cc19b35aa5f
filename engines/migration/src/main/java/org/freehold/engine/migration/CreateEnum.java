package org.freehold.engine.migration;

import java.util.List;

/** A new enumerated type. */
public record CreateEnum(String name, List<String> values) implements Change {
  public CreateEnum {
    values = List.copyOf(values);
  }
}
