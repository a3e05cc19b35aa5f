package org.freehold.batch.platform;

/** What lies at the bottom of a failure, for a log. */
final class RootCause {
  private RootCause() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
