package org.freehold.engine.flags;

/**
 * A part of all contexts.
 *
 * @param weight in thousandths of a percent: all shares of a split together are {@link #WHOLE}
 */
public record Share(String variant, int weight) {
  /** 100 percent. */
  public static final int WHOLE = 100_000;
}
