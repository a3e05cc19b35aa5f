package org.freehold.launcher.folder;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;

/**
 * Names and values in a file that only its owner may read. Every change is on disk, and whole, when
 * the method returns.
 */
public final class PropertiesFile {
  private final Path file;

  public PropertiesFile(Path file) {
    this.file = file;
  }

  /** Read every time: another process, or another part of this one, may have written it. */
  private Properties values() {
    Properties values = new Properties();
    if (!Files.exists(file)) {
      return values;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values().getProperty(name));
  }

  public void put(String name, String value) {
    Properties values = values();
    values.setProperty(name, value);
    write(values);
  }

  public void remove(String name) {
    Properties values = values();
    if (values.remove(name) != null) {
      write(values);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Properties values) {
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
      writePrivately(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a file in one step by one with mode 0600; a crash leaves the old or the new text. */
  public static void writePrivately(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, EnumSet.of(StandardOpenOption.WRITE))) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
