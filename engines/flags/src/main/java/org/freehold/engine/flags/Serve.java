package org.freehold.engine.flags;

import java.util.List;

/**
 * What is served: one variant, or several by shares.
 *
 * @param variant null when it is a split
 * @param split empty when it is one variant
 */
public record Serve(String variant, List<Share> split) {
  public Serve {
    split = List.copyOf(split);
  }

  public static Serve variant(String name) {
    return new Serve(name, List.of());
  }
}
