package org.freehold.launcher.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything one installation keeps: database, keys, logs. A marker file tells such a folder from
 * any other, and which layout it has; nothing is ever written into a folder that is not ours.
 */
public final class DataFolder {
  static final String MARKER = "freehold.properties";
  static final int LAYOUT = 1;
  static final long NEEDED_BYTES = 500L * 1024 * 1024;

  /** What file systems put by themselves into the root of a fresh volume. */
  private static final Set<String> HARMLESS = Set.of("lost+found", ".DS_Store");

  private final Path root;
  private final PropertiesFile marker;

  private DataFolder(Path root) {
    this.root = root;
    this.marker = new PropertiesFile(root.resolve(MARKER));
  }

  /** Opens the folder, and makes it first when it is missing or empty. */
  public static DataFolder open(Path path) {
    Path root = path.toAbsolutePath().normalize();
    try {
      if (!Files.exists(root.resolve(MARKER))) {
        refuseForeign(root);
        make(root);
      }
      Path real = root.toRealPath();
      DataFolder folder = new DataFolder(real);
      folder.refuseNewer();
      for (Path part : new Path[] {folder.run(), folder.log()}) {
        Files.createDirectories(part);
      }
      return folder;
    } catch (IOException e) {
      throw new Refused(
          "The data folder " + root + " cannot be used (" + e + ").",
          "Give a folder that you may write to with --data.",
          e);
    }
  }

  /** Whether there is an installation at this path; makes nothing. */
  public static boolean existsAt(Path path) {
    return Files.exists(path.resolve(MARKER));
  }

  /**
   * Refuses when less than 500 MB are free: PostgreSQL stops in the middle of work on a full disk.
   */
  public void refuseFullDisk() {
    refuseFullDisk(usableBytes());
  }

  void refuseFullDisk(long usableBytes) {
    if (usableBytes < NEEDED_BYTES) {
      throw new Refused(
          "Only %d MB are free on the disk of %s, and Freehold needs %d MB to start."
              .formatted(usableBytes >> 20, root, NEEDED_BYTES >> 20),
          "Free some space, or give a folder on another disk with --data.");
    }
  }

  public Path root() {
    return root;
  }

  /** The data directory of the embedded PostgreSQL. */
  public Path postgres() {
    return root.resolve("postgresql");
  }

  /** The content of uploaded files, unless it is kept elsewhere. */
  public Path files() {
    return root.resolve("files");
  }

  /** The newest checkpoints of the audit trails, unless they are remembered elsewhere. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** What only makes sense while Freehold runs. */
  public Path run() {
    return root.resolve("run");
  }

  public Path log() {
    return root.resolve("log");
  }

  /** What this installation remembers, secrets apart. */
  public PropertiesFile remembered() {
    return marker;
  }

  private long usableBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseForeign(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      throw new Refused(root + " is a file.", "Give a folder with --data.");
    }
    try (Stream<Path> content = Files.list(root)) {
      if (content.anyMatch(path -> !HARMLESS.contains(path.getFileName().toString()))) {
        throw new Refused(
            "The folder " + root + " is not empty and was not made by Freehold.",
            "Give an empty or a new folder with --data.");
      }
    }
  }

  private static void make(Path root) throws IOException {
    if (!Files.exists(root)) {
      if (root.getParent() != null) {
        Files.createDirectories(root.getParent());
      }
      Files.createDirectory(
          root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    PropertiesFile.writePrivately(
        root.resolve(MARKER), "layout=%d\ncreated=%s\n".formatted(LAYOUT, Instant.now()));
  }

  private void refuseNewer() {
    String layout = marker.get("layout").orElse("");
    if (!layout.equals(Integer.toString(LAYOUT))) {
      throw new Refused(
          "The data folder %s has layout %s, and this Freehold knows layout %d."
              .formatted(root, layout.isBlank() ? "unknown" : layout, LAYOUT),
          "Start it with the Freehold that wrote it or a newer one, or give another folder with"
              + " --data.");
    }
  }
}
