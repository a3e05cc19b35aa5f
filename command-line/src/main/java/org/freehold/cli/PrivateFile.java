package org.freehold.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.freehold.cli.rest.Failure;

/** Files that only their writer reads, and that take no other's place. */
final class PrivateFile {
  private PrivateFile() {}

  /** A new file, as {@code --file} names it. */
  static OutputStream create(Path file) throws IOException {
    try {
      return Channels.newOutputStream(
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    } catch (FileAlreadyExistsException e) {
      throw new Failure(file + " exists.", "Give another name with --file.");
    } catch (NoSuchFileException e) {
      throw new Failure("There is no folder for " + file + ".", "Make it, or name another.");
    }
  }
}
