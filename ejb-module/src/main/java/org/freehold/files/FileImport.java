package org.freehold.files;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.freehold.files.internal.ContentTypes;
import org.freehold.files.internal.FileRepository;
import org.freehold.files.internal.MeasuredStream;
import org.freehold.files.internal.Storages;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.Uuid7;

/**
 * Stores many small files that the server itself makes, for jobs: bytes first, then all rows at
 * once. They count for the quota and are not held back by it. No domain event is fired and no audit
 * event is written for each: the job tells what it did.
 */
@Stateless
@Guarded
@NotAudited(
    "What a run of demo data adds is on record as demo_data.seeded, and people and tenants as made by hand.")
public class FileImport {
  @Inject private Storages storages;
  @Inject private ContentTypes types;
  @Inject private FileRepository files;

  /** Stores the bytes under an id of their own; without a row they are swept one day. */
  @SystemCall
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public ReceivedContent store(FileName name, byte[] bytes) {
    FileId id = new FileId(Uuid7.next());
    try (InputStream content = types.readable(new ByteArrayInputStream(bytes))) {
      String type = types.of(content, name);
      MeasuredStream measured = new MeasuredStream(content, bytes.length);
      storages.current().write(CurrentCall.tenantId(), id, measured);
      return new ReceivedContent(id, type, measured.length(), measured.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException("The storage did not take the file", e);
    }
  }

  /** Makes the files whose bytes are stored. */
  @SystemCall
  public void write(List<ImportedFile> imported) {
    files.addAll(CurrentCall.tenantId(), imported);
  }
}
