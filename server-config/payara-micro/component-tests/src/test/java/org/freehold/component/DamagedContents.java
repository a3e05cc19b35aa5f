package org.freehold.component;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.files.FileId;
import org.freehold.files.KeptContents;
import org.freehold.platform.TenantId;

/** The storage of the product; of some tenants it gives back one bit another. */
@Alternative
@Priority(1)
@ApplicationScoped
public class DamagedContents extends KeptContents {
  private final Set<TenantId> damaged = ConcurrentHashMap.newKeySet();

  void damage(SampleTenant tenant) {
    damaged.add(tenant.ref().id());
  }

  void mend(SampleTenant tenant) {
    damaged.remove(tenant.ref().id());
  }

  @Override
  public InputStream read(TenantId tenant, FileId id, long length) throws IOException {
    InputStream stored = super.read(tenant, id, length);
    if (!damaged.contains(tenant)) {
      return stored;
    }
    try (stored) {
      byte[] bytes = stored.readAllBytes();
      bytes[bytes.length / 2] ^= 1;
      return new ByteArrayInputStream(bytes);
    }
  }
}
