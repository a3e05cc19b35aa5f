package org.freehold.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.freehold.platform.TenantId;

/**
 * Where the bytes of files are kept, under the id of the tenant and the id of the file and nothing
 * else. What is written is there whole and durably, or not at all. May be slow or fail: never
 * called within a transaction.
 */
public interface FileStorage {
  /** The value of {@code freehold.files.storage} that chooses it. */
  String kind();

  /** Keeps the bytes up to the end of the stream; when anything fails, none of them. */
  void write(TenantId tenant, FileId file, InputStream bytes) throws IOException;

  /**
   * So many bytes from that position on; the caller closes the stream. A NoSuchFileException when
   * there are none under these ids.
   */
  InputStream read(TenantId tenant, FileId file, long from, long length) throws IOException;

  /** Removes the bytes, if there are any. */
  void delete(TenantId tenant, FileId file) throws IOException;

  /** Shows the files of the tenant that were written before the moment, some hundreds at a time. */
  void olderThan(TenantId tenant, Instant moment, Consumer<List<FileId>> visitor)
      throws IOException;

  /** Removes what uploads of the tenant left unfinished before the moment. */
  void removeUnfinished(TenantId tenant, Instant moment) throws IOException;

  /** Asks whether it is there and takes what is written; an exception says why not. */
  void probe() throws IOException;
}
