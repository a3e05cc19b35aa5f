package org.freehold.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** Which events of the audit log are wanted. */
final class AuditFilters {
  @Option(names = "--action", paramLabel = "ACTION", description = "Only this action.")
  private String action;

  @Option(names = "--resource-type", paramLabel = "TYPE", description = "Only on these.")
  private String resourceType;

  @Option(names = "--resource", paramLabel = "ID", description = "Only on this one.")
  private String resource;

  @Option(names = "--user", paramLabel = "ID", description = "Only by this person.")
  private String user;

  @Option(
      names = "--success",
      paramLabel = "true|false",
      description = "Only what was done (true), or refused (false).")
  private String success;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Not before, as 2026-01-31T12:00:00Z.")
  private String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Only before, in the same form.")
  private String to;

  Map<String, String> values() {
    return new Given()
        .with("action", action)
        .with("resource_type", resourceType)
        .with("resource_id", resource)
        .with("user_id", user)
        .with("success", success)
        .with("from", from)
        .with("to", to)
        .values();
  }
}
