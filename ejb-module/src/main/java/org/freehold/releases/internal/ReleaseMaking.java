package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.releases.ReleaseFields;

/** Makes releases: finds what is free to call them. */
@ApplicationScoped
public class ReleaseMaking {
  private static final int VERSIONS_LOOKED_AT = 200;

  @Inject private ReleaseRepository releases;

  /** Version and name may be null: the next patch version, and what it is called. */
  public Release draft(CallContext call, ReleaseFields wished, Instant now) {
    TenantId tenant = call.tenantId();
    String ref = ReleaseRefs.next(now, releases.refsBeginning(tenant, ReleaseRefs.ofMinute(now)));
    ReleaseFields fields =
        new ReleaseFields(
            wished.projectId(),
            version(tenant, wished),
            wished.name() == null ? ref : wished.name(),
            wished.description(),
            wished.releaseNotes());
    Release release = new Release(call, ref, fields, now);
    releases.add(release);
    return release;
  }

  private String version(TenantId tenant, ReleaseFields wished) {
    if (wished.version() == null) {
      List<String> last = releases.newestVersions(tenant, wished.projectId(), VERSIONS_LOOKED_AT);
      return Versions.next(last);
    }
    if (releases.hasVersion(tenant, wished.projectId(), wished.version())) {
      throw new Conflict(
          "version_taken",
          "There is a release " + wished.version() + " already.",
          "Leave version out to get the next patch version.");
    }
    return wished.version();
  }
}
