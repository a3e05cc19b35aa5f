package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.freehold.files.FileId;
import org.freehold.files.FileStorage;
import org.freehold.platform.TenantId;

/**
 * Files in a folder: {@code {tenant}/{two digits of the id}/{id}}, readable by the server's user
 * only. Written beside, forced to disk and then renamed, so that a crash leaves nothing half.
 */
@ApplicationScoped
public class LocalFolder implements FileStorage {
  private static final String UNFINISHED = ".part";
  private static final int BATCH = 500;
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Path root;

  protected LocalFolder() {}

  LocalFolder(Path root) {
    this.root = root;
  }

  @Inject
  LocalFolder(FilesSettings settings) {
    this(Path.of(settings.folder()).toAbsolutePath());
  }

  @Override
  public String kind() {
    return "local";
  }

  @Override
  public void write(TenantId tenant, FileId file, InputStream bytes) throws IOException {
    Path place = place(tenant, file);
    Files.createDirectories(place.getParent(), mode("rwx------"));
    Path beside = place.resolveSibling(place.getFileName() + UNFINISHED);
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              mode("rw-------"))) {
        bytes.transferTo(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      force(place.getParent());
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  @Override
  public InputStream read(TenantId tenant, FileId file, long from, long length) throws IOException {
    FileChannel channel = FileChannel.open(place(tenant, file), StandardOpenOption.READ);
    return new Section(Channels.newInputStream(channel.position(from)), length);
  }

  @Override
  public void delete(TenantId tenant, FileId file) throws IOException {
    Files.deleteIfExists(place(tenant, file));
  }

  @Override
  public void olderThan(TenantId tenant, Instant moment, Consumer<List<FileId>> visitor)
      throws IOException {
    List<FileId> batch = new ArrayList<>();
    try (Stream<Path> all = older(tenant, moment)) {
      for (Iterator<Path> paths = all.filter(path -> !unfinished(path)).iterator();
          paths.hasNext(); ) {
        batch.add(new FileId(UUID.fromString(paths.next().getFileName().toString())));
        if (batch.size() == BATCH) {
          visitor.accept(List.copyOf(batch));
          batch.clear();
        }
      }
    }
    if (!batch.isEmpty()) {
      visitor.accept(batch);
    }
  }

  @Override
  public void removeUnfinished(TenantId tenant, Instant moment) throws IOException {
    try (Stream<Path> all = older(tenant, moment)) {
      for (Path path : all.filter(LocalFolder::unfinished).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void probe() throws IOException {
    Files.createDirectories(root, mode("rwx------"));
    if (!Files.isWritable(root)) {
      throw new AccessDeniedException(root.toString());
    }
  }

  private Stream<Path> older(TenantId tenant, Instant moment) throws IOException {
    Path folder = folder(tenant);
    return Files.exists(folder)
        ? Files.find(
            folder,
            2,
            (path, attributes) ->
                attributes.isRegularFile()
                    && attributes.lastModifiedTime().toInstant().isBefore(moment))
        : Stream.empty();
  }

  private static boolean unfinished(Path path) {
    return path.toString().endsWith(UNFINISHED);
  }

  private Path folder(TenantId tenant) {
    return root.resolve(tenant.value().toString());
  }

  private Path place(TenantId tenant, FileId file) {
    String name = file.value().toString();
    return folder(tenant).resolve(name.substring(name.length() - 2)).resolve(name);
  }

  /** The name of a file is safe only when its folder is on the disk too. */
  private static void force(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] mode(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
