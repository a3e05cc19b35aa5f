package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.RequiresPermission;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.ExternalDeployments;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.ReleaseMaking;
import org.freehold.releases.internal.ReleaseRepository;

/** Releases that were deployed by other means: recorded, counted, and not ours to undo. */
@Stateless
@Guarded
public class ExternalReleases {
  @Inject private ReleaseRepository releases;
  @Inject private ReleaseMaking making;
  @Inject private ExternalDeployments deployments;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** In the project, which must be the one that the fields name; null: the tenant's. */
  @RequiresPermission("releases:promote")
  @Audited(value = "release.recorded", complianceRelevant = true)
  public ReleaseDetails record(
      @On("project") @OnNew("release") ProjectId project, NewRelease fields) {
    if (!Objects.equals(project, fields.projectId())) {
      throw new IllegalArgumentException("The fields name another project than " + project);
    }
    CallContext call = CurrentCall.get();
    Instant now = clock.instant();
    Release release =
        making.draft(
            call,
            new ReleaseFields(
                project,
                fields.version(),
                fields.name(),
                fields.description(),
                fields.releaseNotes()),
            now);
    release.releasedElsewhere(now);
    releases.flush();
    deployments.record(call, release, fields.environment(), now);
    ReleaseDetails details = release.details();
    changes
        .about("release", details.id().value())
        .inProject(project == null ? null : project.value())
        .after(details);
    return details;
  }
}
