package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans a bundle for an environment, with a dry run. */
@Command(
    name = "prepare",
    description = "Plan a bundle for an environment and try it out on a copy; nothing is changed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  freehold release prepare bundle.json --to dev --fail-on error",
      "  freehold release prepare --release rel_20260131_1200 --from dev --to staging"
    })
final class ReleasePrepareCommand implements Callable<Integer> {
  /** How bad a finding is, from the mildest on. */
  enum Severity {
    info,
    warning,
    error
  }

  @Mixin private Connection connection;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "BUNDLE",
      arity = "0..1",
      description = "The file of the bundle; - for the standard input; none with --release.")
  private String bundle;

  @Option(
      names = "--to",
      paramLabel = "ENVIRONMENT",
      required = true,
      description = "The environment to plan for.")
  private String to;

  @Option(
      names = "--from",
      paramLabel = "ENVIRONMENT",
      description = "The environment that it comes from; the one before when absent.")
  private String from;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "The draft to fill, or the release to plan for one more environment.")
  private String release;

  @Option(
      names = "--release-version",
      paramLabel = "VERSION",
      description = "As 1.4.0; the next patch version when absent.")
  private String version;

  @Option(
      names = "--project",
      paramLabel = "ID",
      description = "The project whose environments are meant.")
  private String project;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit code 1 when a finding is as bad as that: ${COMPLETION-CANDIDATES}.")
  private Severity failOn;

  @Override
  public Integer call() {
    if (bundle == null && release == null) {
      throw new ParameterException(
          spec.commandLine(), "Give the file of a bundle, or --release with what it is made of.");
    }
    JsonObject prepared = connection.server().post(ReleaseCommand.RELEASES + "/prepare", body());
    tell(prepared);
    boolean bad =
        failOn != null
            && findings(prepared).stream().anyMatch(one -> severity(one).compareTo(failOn) >= 0);
    return bad ? Outcome.FAILED.exitCode() : Outcome.DONE.exitCode();
  }

  private JsonObject body() {
    Given named =
        new Given()
            .with("release_id", release)
            .with("from_env", from)
            .with("to_env", to)
            .with("project_id", project)
            .with("version", version);
    JsonObjectBuilder body = Json.createObjectBuilder(named.toJson());
    if (bundle != null) {
      body.add("bundle_data", new BundleFile(bundle).read());
    }
    return body.build();
  }

  private void tell(JsonObject prepared) {
    if (connection.wantsJson()) {
      connection.show(prepared);
      return;
    }
    connection.out().print(ReleaseTables.plan(prepared));
    connection.out().println(ReleaseTables.proof(prepared));
    connection.done(
        prepared,
        "%s (%s) is prepared for %s; manifest %s."
            .formatted(
                prepared.getString("release_id"),
                prepared.getString("version"),
                prepared.getJsonObject("deployment").getString("environment"),
                prepared.getJsonObject("manifest").getString("digest")));
  }

  private static List<JsonObject> findings(JsonObject prepared) {
    return prepared.getJsonArray("findings").getValuesAs(JsonObject.class);
  }

  private static Severity severity(JsonObject finding) {
    return Severity.valueOf(finding.getString("severity").toLowerCase(Locale.ROOT));
  }
}
