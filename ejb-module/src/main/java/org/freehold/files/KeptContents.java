package org.freehold.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.freehold.files.internal.Storages;
import org.freehold.platform.TenantId;

/**
 * Bytes of other features in the storage of files: they are no files, and count for no quota. Who
 * keeps some tells it through {@link KeepsContents}, before it writes them; the rest is swept.
 * Never called within a transaction.
 */
@ApplicationScoped
public class KeptContents {
  @Inject private Storages storages;

  public void write(TenantId tenant, FileId id, InputStream bytes) throws IOException {
    storages.current().write(tenant, id, bytes);
  }

  /** The caller closes the stream. */
  public InputStream read(TenantId tenant, FileId id, long length) throws IOException {
    return storages.current().read(tenant, id, 0, length);
  }
}
