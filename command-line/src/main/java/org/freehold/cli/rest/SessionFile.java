package org.freehold.cli.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The file that keeps the session of one person; nobody else may read it. */
public final class SessionFile {
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");
  private static final long LARGEST_BYTES = 64 * 1024;

  private final Path path;

  public SessionFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** Nothing when nobody is signed in. */
  public Optional<Session> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      refuseOpenToOthers();
      if (Files.size(path) > LARGEST_BYTES) {
        throw new Failure(path + " is no session.", "Delete it and sign in again.");
      }
      try (JsonReader json = Json.createReader(new StringReader(Files.readString(path)))) {
        return Optional.of(Session.read(json.readObject()));
      }
    } catch (JsonException | NullPointerException | ClassCastException | DateTimeException e) {
      throw new Failure(path + " is no session.", "Delete it and sign in again.", e);
    } catch (IOException e) {
      throw new Failure("The session in " + path + " cannot be read.", e.toString(), e);
    }
  }

  /** Whole or not at all: a reader never sees half a session. */
  public void write(Session session) {
    try {
      makeFolder();
      Path fresh = Files.createTempFile(path.getParent(), "session", ".new", only("rw-------"));
      Files.writeString(fresh, session.toJson().toString());
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Failure("The session cannot be kept in " + path + ".", e.toString(), e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new Failure("The session in " + path + " cannot be deleted.", e.toString(), e);
    }
  }

  /** One process at a time: a refresh token that two use at once ends the session. */
  <T> T alone(Supplier<T> work) {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    try {
      makeFolder();
      try (FileChannel channel =
              FileChannel.open(
                  lock,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  only("rw-------"));
          FileLock taken = channel.lock()) {
        if (!taken.isValid()) {
          throw new Failure(lock + " cannot be locked.", "Try again.");
        }
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not lock " + lock, e);
    }
  }

  private void refuseOpenToOthers() throws IOException {
    if (!OURS.containsAll(Files.getPosixFilePermissions(path))) {
      throw new Failure(
          path + " can be read by others.", "Make it yours alone: chmod 600 " + path + ".");
    }
  }

  private void makeFolder() throws IOException {
    if (!Files.isDirectory(path.getParent())) {
      Files.createDirectories(path.getParent(), only("rwx------"));
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
