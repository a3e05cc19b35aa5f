package org.freehold.cli;

/** What a pipeline learns from an exit code; 2 is wrong use and 3 that nothing runs. */
enum Outcome {
  DONE(0),
  FAILED(1),
  ROLLED_BACK(4),
  NOT_APPROVED(5),
  DRIFTED(6);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  /** Of a refusal with this code of a problem. */
  static Outcome ofRefusal(String code) {
    return switch (code) {
      case "approvals_missing", "rejected" -> NOT_APPROVED;
      case "drift" -> DRIFTED;
      default -> FAILED;
    };
  }

  /** Of a rollback whose deployment is in this state; what is in its place was not undone. */
  static Outcome ofRollback(String status) {
    return switch (status) {
      case "rolling_back", "rolled_back" -> DONE;
      default -> FAILED;
    };
  }

  /** Of a deployment that is in this state; what is still under way has not failed. */
  static Outcome ofDeployment(String status) {
    return switch (status) {
      case "failed", "discarded" -> FAILED;
      case "rolling_back", "rolled_back" -> ROLLED_BACK;
      case "awaiting_approval" -> NOT_APPROVED;
      default -> DONE;
    };
  }
}
