package org.freehold.web.releases;

import jakarta.ws.rs.QueryParam;
import org.freehold.platform.json.WireNames;
import org.freehold.projects.ProjectId;
import org.freehold.releases.ReleaseFilter;
import org.freehold.releases.ReleaseStatus;
import org.freehold.web.openapi.OneOf;
import org.freehold.web.platform.EnumParameter;

/** The filters of the lists of releases. */
public class ReleaseParameters {
  @OneOf(ReleaseStatus.class)
  @QueryParam("status")
  private String status;

  @QueryParam("version")
  private String version;

  @QueryParam("external")
  private Boolean external;

  @QueryParam("q")
  private String q;

  /** The project may be null: releases of all of them. */
  ReleaseFilter filter(ProjectId project) {
    ReleaseStatus wanted =
        WireNames.constant(
                ReleaseStatus.class, EnumParameter.check(ReleaseStatus.class, "status", status))
            .orElse(null);
    return new ReleaseFilter(project, wanted, version, external, q);
  }
}
