package org.freehold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.freehold.cli.rest.SessionFile;

/** The data folder of an installation as far as a support bundle looks into it. */
final class InstallationFolder {
  private static final int MOST_LOGS = 100;

  private final Path root;

  InstallationFolder(Path root) {
    this.root = root;
  }

  /** What may be packed: the settings that are no secrets, and the logs; no links. */
  List<Path> readable() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("freehold.properties", "run/running.properties")) {
      if (Files.isRegularFile(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        files.add(root.resolve(name));
      }
    }
    if (Files.isDirectory(root.resolve("log"), LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> logs = Files.walk(root.resolve("log"), 3)) {
        logs.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
            .filter(one -> one.getFileName().toString().matches(".*\\.(log|txt)(\\.\\d+)?"))
            .sorted()
            .limit(MOST_LOGS)
            .forEach(files::add);
      }
    }
    return files;
  }

  String nameOf(Path file) {
    return root.relativize(file).toString();
  }

  /** Of the users that the demo data brings; empty where the launcher made none up. */
  Optional<String> demoPassword() throws IOException {
    return Optional.ofNullable(passwords().getProperty("demo-users"));
  }

  private Properties passwords() throws IOException {
    Properties kept = new Properties();
    Path file = root.resolve("secrets.properties");
    if (Files.isReadable(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    return kept;
  }

  /** Every secret value that this machine knows of the installation and of its user. */
  Collection<String> secretsWith(Map<String, String> environment, SessionFile session)
      throws IOException {
    List<String> secrets = new ArrayList<>();
    passwords().values().forEach(value -> secrets.add(value.toString()));
    Path masterKey = root.resolve("master.key");
    if (Files.isReadable(masterKey)) {
      secrets.add(Files.readString(masterKey).strip());
    }
    environment.forEach(
        (name, value) -> {
          if (Redaction.isSecret(name)) {
            secrets.add(value);
          }
        });
    session
        .read()
        .ifPresent(
            one -> {
              secrets.add(one.accessToken());
              secrets.add(one.refreshToken());
            });
    return secrets;
  }
}
