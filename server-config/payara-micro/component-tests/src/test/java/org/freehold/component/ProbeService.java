package org.freehold.component;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.Guarded;
import org.freehold.platform.SelfCall;
import org.freehold.platform.SystemCall;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;

/** Fails in the ways in which a service may fail. */
@Stateless
@Guarded
public class ProbeService {
  @Inject private Workspaces workspaces;
  @Inject private ChangeLog changes;

  /** Writes, and finds only then that it cannot be. */
  @SelfCall
  @Audited("probe.attempted")
  public void writeAndRefuse(String slug) {
    workspaces.create(new WorkspaceFields(slug, "Never", null));
    changes.about("probe", UUID.randomUUID());
    throw new Conflict("probe_refused", "The probe is refused.", "Nothing helps.");
  }

  /** Closed to people. */
  @SystemCall
  public void forComponents() {}
}
