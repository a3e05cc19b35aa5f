package org.freehold.launcher.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held as long as a launcher works on the folder; the system lets go of it when we die. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock, or refuses with the process and the address of the one that has it. */
  public static FolderLock take(DataFolder folder) {
    FolderLock lock = tryTake(folder.root());
    if (lock == null) {
      RunningState other = RunningState.read(folder);
      throw new Refused(
          "Freehold already runs on %s (%s).".formatted(folder.root(), other.inWords()),
          "Use that one, stop it with \"freehold down --data %s\", or give another folder with --data."
              .formatted(folder.root()));
    }
    return lock;
  }

  /** Whether some launcher has the folder now. */
  public static boolean isTaken(DataFolder folder) {
    FolderLock lock = tryTake(folder.root());
    if (lock != null) {
      lock.close();
    }
    return lock == null;
  }

  private static FolderLock tryTake(Path root) {
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve("freehold.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lockOrNull(channel);
      if (lock == null) {
        channel.close();
        return null;
      }
      return new FolderLock(channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock lockOrNull(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
