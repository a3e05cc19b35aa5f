package org.freehold.environments;

/** Hears how a plan goes on. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (number, state, message, millis) -> {};

  /**
   * @param state running, done, undone, retrying or failed
   * @param message null when there is nothing to add
   */
  void step(int number, String state, String message, long millis);
}
