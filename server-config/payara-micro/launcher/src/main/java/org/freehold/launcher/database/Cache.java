package org.freehold.launcher.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.freehold.launcher.folder.DataFolder;

/** Where unpacked programs are kept: with the user, and with the data for a user without a home. */
final class Cache {
  private Cache() {}

  static Path of(DataFolder folder) {
    String given = System.getenv("FREEHOLD_CACHE");
    if (given != null && !given.isBlank()) {
      return Path.of(given).toAbsolutePath();
    }
    Path home = Path.of(System.getProperty("user.home", "/nonexistent"));
    return Files.isWritable(home)
        ? home.resolve(".cache").resolve("freehold")
        : folder.root().resolve("cache");
  }
}
