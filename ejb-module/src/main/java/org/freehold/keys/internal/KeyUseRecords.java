package org.freehold.keys.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.freehold.platform.TenantId;

/** Writes what keys of one tenant did. */
@Stateless
public class KeyUseRecords {
  @Inject private ApiKeyRepository keys;

  /** In the order of ids, so that two nodes do not wait for each other. */
  public void add(TenantId tenant, List<KeyUses.Count> counts) {
    counts.stream()
        .sorted(Comparator.comparing(count -> count.key().value()))
        .forEach(c -> keys.addUse(tenant, c.key(), c.day(), c.requests(), c.last()));
  }
}
