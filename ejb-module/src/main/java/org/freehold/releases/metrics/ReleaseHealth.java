package org.freehold.releases.metrics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SelfCall;
import org.freehold.platform.VisibleProjects;
import org.freehold.releases.metrics.internal.GlanceRepository;

/** How the releases are that the caller may see: of others nothing is counted. */
@Stateless
@Guarded
@NotAudited("It only reads.")
public class ReleaseHealth {
  @Inject private GlanceRepository releases;
  @Inject private EnvironmentTargets targets;
  @Inject private VisibleProjects projects;

  /** Of the caller's tenant. */
  @SelfCall
  public ReleasesAtAGlance now() {
    return releases.look(
        CurrentCall.tenantId(),
        targets.isConfigured(),
        projects.ofThings("releases", "r.projectId", "r.id"));
  }
}
