package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.freehold.platform.Quotas;
import org.freehold.platform.TenantId;

/** Keeps the bytes of a tenant's files within what its plan gives. */
@ApplicationScoped
public class FileQuota {
  /**
   * What surrounds the content in a request: it must not be counted before it can be told apart.
   */
  private static final long ENVELOPE = 65_536;

  @Inject private FileRepository files;
  @Inject private Quotas quotas;

  /** Of the tenant of the call; empty: no limit. */
  public Optional<Long> limit() {
    return quotas.limit(StorageMeter.METER);
  }

  /** Before the bytes come: refuses what certainly has no room. */
  public void requireRoom(TenantId tenant, long announcedBytes) {
    if (limit().isPresent()) {
      long atLeast = Math.max(1, announcedBytes - ENVELOPE);
      quotas.require(StorageMeter.METER, files.bytesUsed(tenant), atLeast);
    }
  }

  /**
   * When the file is among the others: their number is locked by then, so that uploads at the same
   * moment come one after the other here.
   */
  public void requireKept(TenantId tenant, long addedBytes) {
    if (limit().isPresent()) {
      quotas.take(StorageMeter.METER, files.bytesUsed(tenant) - addedBytes, addedBytes);
    }
  }
}
