package org.freehold.market;

import org.freehold.releases.ReleaseId;

/**
 * A release that carries an upgrade; the tenant's people promote it.
 *
 * @param releaseId {@code rel_…}
 * @param href where members of the tenant find it
 */
public record PreparedUpgrade(
    TemplateUpgrade upgrade, ReleaseId id, String releaseId, String version, String href) {}
