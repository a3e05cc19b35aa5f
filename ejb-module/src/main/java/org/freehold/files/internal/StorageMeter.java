package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantId;

/** Bytes of all files of a tenant. */
@ApplicationScoped
public class StorageMeter implements MeteredThings {
  public static final Meter METER =
      new Meter(
          "storage_bytes", Meter.Unit.BYTES, false, "Delete files that are no longer needed.");

  @Inject private FileRepository files;

  @Override
  public Meter meter() {
    return METER;
  }

  @Override
  public long used(TenantId tenant) {
    return files.bytesUsed(tenant);
  }
}
