package org.freehold.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import org.freehold.files.internal.ContentTypes;
import org.freehold.files.internal.FilesSettings;
import org.freehold.files.internal.MeasuredStream;
import org.freehold.files.internal.Storages;
import org.freehold.files.internal.UploadSlots;
import org.freehold.platform.CurrentCall;

/**
 * The way of bytes into the storage and out of it, for those whom a service has let through. Runs
 * outside of transactions and holds nothing but the stream.
 */
@ApplicationScoped
public class FileContents {
  private static final Logger LOG = System.getLogger(FileContents.class.getName());

  @Inject private Storages storages;
  @Inject private ContentTypes types;
  @Inject private FilesSettings settings;
  @Inject private UploadSlots slots;

  /**
   * Stores the bytes to the end of the stream; {@link FileTypeNotAllowed} and {@link FileTooLarge}
   * leave none behind, and neither does {@link FileStorageUnavailable} or any other failure.
   */
  public ReceivedContent receive(UploadPermit permit, FileName name, InputStream bytes) {
    slots.take();
    try {
      InputStream content = types.readable(bytes);
      String type = types.allowed(content, name);
      MeasuredStream measured = new MeasuredStream(content, settings.maxBytes());
      storages.current().write(CurrentCall.tenantId(), permit.id(), measured);
      return new ReceivedContent(permit.id(), type, measured.length(), measured.sha256());
    } catch (IOException e) {
      throw unavailable(e);
    } finally {
      slots.free();
    }
  }

  /** Takes back what was received and is not wanted; what cannot be removed now, the sweep will. */
  public void discard(UploadPermit permit) {
    try {
      storages.current().delete(CurrentCall.tenantId(), permit.id());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "An unwanted upload stays until the sweep: " + permit.id(), e);
    }
  }

  /**
   * So many bytes of the file from that position on; {@link FileContentMissing}, {@link
   * FileStorageUnavailable}.
   */
  public InputStream open(ReadableFile file, long from, long length) {
    try {
      return storages.current().read(CurrentCall.tenantId(), file.details().id(), from, length);
    } catch (NoSuchFileException e) {
      throw new FileContentMissing();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static FileStorageUnavailable unavailable(IOException cause) {
    String request = CurrentCall.get().requestId();
    LOG.log(Level.ERROR, "The storage of files failed in request " + request, cause);
    return new FileStorageUnavailable();
  }

  /** Bytes that a file may have at the most. */
  public long maxBytes() {
    return settings.maxBytes();
  }
}
