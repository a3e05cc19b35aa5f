/**
 * Moving a release through environments: a bundle is planned for an environment, promoted there and
 * can be undone. What touches an environment's database is the environments' own; here is what may
 * be done when, and what became of it. Knows nothing of who listens.
 */
@Feature(
    name = "releases",
    dependsOn = {"platform", "tenancy", "identity", "access", "projects", "environments"})
package org.freehold.releases;

import org.freehold.platform.Feature;
