package org.freehold.launcher;

import java.util.Optional;
import org.freehold.schema.SchemaVersion;
import picocli.CommandLine.Command;

/** Says which Freehold this is. */
@Command(name = "version", description = "Say which Freehold this is.")
final class VersionCommand implements Runnable {

  @Override
  public void run() {
    String version =
        Optional.ofNullable(getClass().getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    System.out.println("Freehold " + version);
    System.out.println(
        "Schema control "
            + SchemaVersion.control().newest()
            + ", tenant "
            + SchemaVersion.tenant().newest());
    System.out.println("Java " + Runtime.version());
  }
}
