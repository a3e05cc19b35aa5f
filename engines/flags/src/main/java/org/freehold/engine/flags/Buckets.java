package org.freehold.engine.flags;

/** Puts what is named into one of {@link Share#WHOLE} buckets of the same size, always the same. */
public final class Buckets {
  private Buckets() {}

  /**
   * The bucket of a name, by murmur3_32 with seed 0 over the salt with a colon and the name.
   *
   * @param salt a flag's key or rollout group
   */
  public static int of(String salt, String name) {
    return prepared(salt + ":", name);
  }

  /** With a salt that has its colon already. */
  static int prepared(String salt, String name) {
    long hash = Murmur3.hash(0, salt, name) & 0xFFFF_FFFFL;
    return (int) (hash * Share.WHOLE >>> 32);
  }
}
