package org.freehold.launcher.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The master key and the generated passwords of one data folder, in files of mode 0600. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PropertiesFile passwords;
  private final Path masterKey;

  public Secrets(DataFolder folder) {
    this.passwords = new PropertiesFile(folder.root().resolve("secrets.properties"));
    this.masterKey = folder.root().resolve("master.key");
  }

  /** The password of that name; made, and kept, when it is asked for the first time. */
  public String password(String name) {
    return known(name)
        .orElseGet(
            () -> {
              String fresh = generate(24);
              passwords.put(name, fresh);
              return fresh;
            });
  }

  public Optional<String> known(String name) {
    return passwords.get(name);
  }

  public void forget(String name) {
    passwords.remove(name);
  }

  /** The file with the master key: 32 random bytes in base64, made when there is none. */
  public Path masterKeyFile() {
    try {
      if (!Files.exists(masterKey)) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        PropertiesFile.writePrivately(masterKey, Base64.getEncoder().encodeToString(key) + "\n");
      }
      return masterKey;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Letters and digits that nobody mistakes for each other, about 5.8 bits each. */
  static String generate(int length) {
    String alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
