package org.freehold.web.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.EntityId;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.Releases;
import org.freehold.web.platform.NamedIds;

/** A path may name a release by its {@code rel_…}. */
@ApplicationScoped
public class ReleaseNames implements NamedIds {
  @Inject private Releases releases;

  @Override
  public Class<? extends EntityId> type() {
    return ReleaseId.class;
  }

  @Override
  public boolean isName(String text) {
    return text.startsWith("rel_");
  }

  @Override
  public EntityId find(String name) {
    return releases.idOf(name);
  }
}
