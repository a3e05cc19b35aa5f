package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.OnNew;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.json.WireForms;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.projects.ProjectId;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.ReleaseMaking;
import org.freehold.releases.internal.ReleaseRefs;
import org.freehold.releases.internal.ReleaseRepository;

/** The releases of the tenant and of the projects that the caller may see. */
@Stateless
@Guarded
public class Releases {
  private static final String RELEASE = "release";

  @Inject private ReleaseRepository releases;
  @Inject private ReleaseMaking making;
  @Inject private VisibleProjects projects;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** A draft in the project, which must be the one that the fields name; null: the tenant's. */
  @RequiresPermission("releases:write")
  @Audited("release.created")
  public ReleaseDetails create(
      @On("project") @OnNew("release") ProjectId project, NewRelease fields) {
    if (!Objects.equals(project, fields.projectId())) {
      throw new IllegalArgumentException("The fields name another project than " + project);
    }
    Release release =
        making.draft(
            CurrentCall.get(),
            new ReleaseFields(
                project,
                fields.version(),
                fields.name(),
                fields.description(),
                fields.releaseNotes()),
            clock.instant());
    ReleaseDetails details = release.details();
    changes
        .about(RELEASE, details.id().value())
        .inProject(project == null ? null : project.value())
        .after(details);
    return details;
  }

  @RequiresPermission("releases:read")
  public Page<ReleaseDetails> list(ReleaseFilter filter, PageRequest page) {
    return releases.list(CurrentCall.tenantId(), filter, visible(), page);
  }

  @RequiresPermission("releases:read")
  public Page<ReleaseDetails> listIn(
      @On("project") ProjectId project, ReleaseFilter filter, PageRequest page) {
    return list(filter.in(project), page);
  }

  @RequiresPermission("releases:read")
  public ReleaseDetails details(@On("release") ReleaseId id) {
    return releases
        .byId(CurrentCall.tenantId(), id)
        .map(Release::details)
        .orElseThrow(() -> new NotFound(RELEASE));
  }

  /**
   * The id of what was called by its id or its {@code rel_…}. Tells nothing more: whether the
   * caller may know of it is decided where the id is used, with the same answer as for one that is
   * not there.
   */
  @SelfCall
  @NotAudited("It only reads.")
  public ReleaseId idOf(String idOrRef) {
    TenantId tenant = CurrentCall.get().requireTenant().id();
    if (ReleaseRefs.isRef(idOrRef)) {
      return releases
          .byRef(tenant, idOrRef)
          .map(Release::id)
          .orElseThrow(() -> new NotFound(RELEASE));
    }
    try {
      return new ReleaseId(WireForms.uuid(idOrRef));
    } catch (IllegalArgumentException e) {
      throw new NotFound(RELEASE);
    }
  }

  private Condition visible() {
    return projects.ofThings("releases", "r.projectId", "r.id");
  }
}
