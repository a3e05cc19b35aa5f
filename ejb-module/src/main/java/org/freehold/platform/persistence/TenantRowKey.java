package org.freehold.platform.persistence;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.freehold.platform.TenantId;

/** The key of a tenant's row: the tenant and the row's own id. JPA 3.1 takes no record here. */
public class TenantRowKey implements Serializable {
  private static final long serialVersionUID = 1;

  private UUID tenantId;
  private UUID id;

  public TenantRowKey() {}

  public TenantRowKey(TenantId tenant, UUID id) {
    tenantId = tenant.value();
    this.id = id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TenantRowKey key
        && Objects.equals(tenantId, key.tenantId)
        && Objects.equals(id, key.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, id);
  }
}
