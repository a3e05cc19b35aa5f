package org.freehold.platform;

/** What asks other servers something, and takes as long as it takes, is done in no transaction. */
public final class NoTransaction {
  private NoTransaction() {}

  public static void require() {
    if (RunningTransaction.isThere()) {
      throw new IllegalStateException("A transaction would be open for as long as this takes");
    }
  }
}
