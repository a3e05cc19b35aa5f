/**
 * The trail: who did what, or was refused, kept in the form that is hashed. Writes in the
 * transaction of the change; refusals in one of their own. Knows no feature: they say what changed
 * through the change log of the platform.
 */
@Feature(
    name = "audit",
    dependsOn = {"platform", "identity", "access"})
package org.freehold.audit;

import org.freehold.platform.Feature;
