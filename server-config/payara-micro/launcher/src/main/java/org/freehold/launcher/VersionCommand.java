package org.freehold.launcher;

import java.util.Optional;
import org.freehold.schema.SchemaVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which Freehold this is, as a command and behind {@code --version}. */
@Command(
    name = "version",
    description = "Say which Freehold this is.",
    footer = {"", "Example:", "  freehold version"})
final class VersionCommand implements Runnable, CommandLine.IVersionProvider {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.root().commandLine().printVersionHelp(spec.commandLine().getOut());
  }

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(getClass().getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {
      "Freehold " + version,
      "Schema control "
          + SchemaVersion.control().newest()
          + ", tenant "
          + SchemaVersion.tenant().newest(),
      "Java " + Runtime.version()
    };
  }
}
