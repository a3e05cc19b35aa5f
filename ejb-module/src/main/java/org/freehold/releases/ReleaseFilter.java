package org.freehold.releases;

import org.freehold.projects.ProjectId;

/**
 * What a list of releases is narrowed to; null: not narrowed.
 *
 * @param q text that name or version contain, in upper or lower case
 */
public record ReleaseFilter(
    ProjectId projectId, ReleaseStatus status, String version, Boolean external, String q) {
  ReleaseFilter in(ProjectId project) {
    return new ReleaseFilter(project, status, version, external, q);
  }
}
