package org.freehold.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.freehold.launcher.folder.DataFolder;
import picocli.CommandLine.Option;

/** Which installation a command works on. */
final class FolderOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:FREEHOLD_DATA:-data}",
      description =
          "The folder that keeps database, keys and logs (FREEHOLD_DATA; ${DEFAULT-VALUE}).")
  private Path data;

  DataFolder open() {
    return DataFolder.open(data);
  }

  /** The folder if there is an installation in it; makes nothing. */
  Optional<DataFolder> openExisting() {
    return DataFolder.existsAt(data) ? Optional.of(DataFolder.open(data)) : Optional.empty();
  }

  Path data() {
    return data.toAbsolutePath().normalize();
  }
}
