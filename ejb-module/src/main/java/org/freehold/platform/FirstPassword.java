package org.freehold.platform;

/**
 * A first password made ready for many people who all know it: it was hashed once, so they share
 * its salt.
 *
 * @param hash with its parameters and its salt
 */
public record FirstPassword(@Secret String hash) {
  /** Keeps the hash out of logs. */
  @Override
  public String toString() {
    return "a first password";
  }
}
