package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.freehold.platform.QuotaExceeded;
import org.freehold.platform.TenantId;
import org.freehold.tenancy.TenantReferences;

/** Keeps the bytes of a tenant's files within what its tier gives. */
@ApplicationScoped
public class FileQuota {
  /**
   * What surrounds the content in a request: it must not be counted before it can be told apart.
   */
  private static final long ENVELOPE = 65_536;

  @Inject private FileRepository files;
  @Inject private FilesSettings settings;
  @Inject private TenantReferences tenants;

  /** Of the tenant of the call; empty: no limit. */
  public Optional<Long> limit() {
    return settings.quotaBytes(tenants.tier());
  }

  /** Before the bytes come: refuses what certainly has no room. */
  public void requireRoom(TenantId tenant, long announcedBytes) {
    long atLeast = Math.max(1, announcedBytes - ENVELOPE);
    limit().ifPresent(limit -> require(limit, files.bytesUsed(tenant), atLeast));
  }

  /**
   * When the file is among the others: their number is locked by then, so that uploads at the same
   * moment come one after the other here.
   */
  public void requireKept(TenantId tenant, long addedBytes) {
    limit().ifPresent(limit -> require(limit, files.bytesUsed(tenant) - addedBytes, addedBytes));
  }

  private static void require(long limit, long used, long more) {
    if (used + more > limit && more > 0) {
      throw new QuotaExceeded("bytes of files", limit, used);
    }
  }
}
