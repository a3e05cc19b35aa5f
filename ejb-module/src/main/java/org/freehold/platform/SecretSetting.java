package org.freehold.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret of the settings: given as it is, or in a file that holds nothing else. */
public final class SecretSetting {
  private SecretSetting() {}

  /**
   * What is given as it is comes before the file, whose white space at the ends does not count;
   * empty without either. An UncheckedIOException names a file that cannot be read.
   */
  public static Optional<String> of(Optional<String> secret, Optional<String> file) {
    return secret.or(() -> file.map(SecretSetting::contents));
  }

  private static String contents(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The file of a secret cannot be read: " + file, e);
    }
  }
}
