package org.freehold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Answer;
import org.freehold.cli.rest.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Packs what somebody who helps needs to see, and none of the secrets. */
@Command(
    name = "support-bundle",
    description =
        "Pack health, versions, configuration and logs into a zip file, without the secrets.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold support-bundle --data data --file bundle.zip"})
final class SupportBundleCommand implements Callable<Integer> {
  private static final List<String> HEALTH =
      List.of("/api/health/detailed", "/api/health/readiness", "/api/health/liveness");

  @Mixin private Connection connection;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:FREEHOLD_DATA:-data}",
      description = "The folder of the installation (FREEHOLD_DATA; ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      defaultValue = "freehold-support.zip",
      description = "Where to write; must not exist (${DEFAULT-VALUE}).")
  private Path file;

  @Override
  public Integer call() throws IOException {
    InstallationFolder folder = new InstallationFolder(data);
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.keySet().removeIf(name -> !name.startsWith("FREEHOLD_"));
    try (SupportBundle bundle =
        SupportBundle.create(file, folder.secretsWith(environment, connection.sessionFile()))) {
      bundle.add("health.txt", health());
      bundle.add("versions.txt", versions());
      bundle.add("configuration.txt", configuration(environment));
      for (Path one : folder.readable()) {
        bundle.addEnd(folder.nameOf(one), one);
      }
    }
    connection
        .out()
        .println(
            "Wrote " + file + ". Look into it before you give it away: freehold finds secrets");
    connection.out().println("by their value and by their form, and you know your own best.");
    return 0;
  }

  private String health() {
    StringBuilder text = new StringBuilder();
    for (String path : HEALTH) {
      try {
        Answer answer = connection.platform().send("GET", path, null);
        text.append(path).append(' ').append(answer.status()).append('\n');
        text.append(answer.text()).append("\n\n");
      } catch (Failure e) {
        text.append(path).append(' ').append(e.getMessage()).append("\n\n");
      }
    }
    return text.toString();
  }

  private static String versions() {
    StringBuilder text = new StringBuilder();
    String version = SupportBundleCommand.class.getPackage().getImplementationVersion();
    text.append("freehold ").append(version == null ? "(not packaged)" : version).append('\n');
    for (String name : List.of("java.vendor", "java.version", "os.name", "os.version", "os.arch")) {
      text.append(name).append(' ').append(System.getProperty(name)).append('\n');
    }
    return text.toString();
  }

  /** What was set; the bundle takes the secrets out. */
  private static String configuration(Map<String, String> environment) {
    StringBuilder text = new StringBuilder();
    environment.forEach(
        (name, value) ->
            text.append(name)
                .append('=')
                .append(Redaction.isSecret(name) ? Redaction.MARK : value)
                .append('\n'));
    return text.toString();
  }
}
