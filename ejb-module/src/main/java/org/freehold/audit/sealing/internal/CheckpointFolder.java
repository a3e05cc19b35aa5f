package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.freehold.audit.internal.AuditSettings;
import org.freehold.platform.TenantId;

/**
 * What the installation remembers of its checkpoints outside the database: the newest of each
 * trail, one file each. It is written before a checkpoint is told to anybody, and read before the
 * next is signed, so that a database restored from a backup signs no shorter trail.
 */
@ApplicationScoped
public class CheckpointFolder {
  @Inject private AuditSettings settings;

  /** The note as it was written; empty when there is none. */
  Optional<String> newest(TenantId tenant) {
    try {
      return Optional.of(Files.readString(file(tenant)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The remembered checkpoint cannot be read", e);
    }
  }

  /** Returns when it is on the disk, its name too. */
  void remember(TenantId tenant, String note) {
    Path file = file(tenant);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      // The new name is in the directory, which the disk has only then.
      try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint cannot be remembered in " + file, e);
    }
  }

  private Path file(TenantId tenant) {
    return settings.checkpointsFolder().resolve(tenant.value() + ".checkpoint");
  }
}
