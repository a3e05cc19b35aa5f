package org.freehold.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs in the build: lists the migrations of each set in a file beside them. */
public final class SchemaIndex {
  static final String FILE = "index";

  private SchemaIndex() {}

  /** Writes the indexes below the folder of compiled classes given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    for (String set : List.of(SchemaVersion.CONTROL, SchemaVersion.TENANT)) {
      Path folder = classes.resolve(SchemaVersion.LOCATION + set);
      Files.write(folder.resolve(FILE), migrationsIn(folder));
    }
  }

  static List<String> migrationsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
          .sorted()
          .toList();
    }
  }
}
