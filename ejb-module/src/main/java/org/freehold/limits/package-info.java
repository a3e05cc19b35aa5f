/**
 * What keeps calls in bounds: keys that make a repeated POST harmless, and the quotas of a tenant's
 * plan. Features count what they keep and ask before they make more; what happens is counted here,
 * in memory first. Rates are counted here over all nodes, for the edge in web, which says whose and
 * how many. Knows no feature by name: meters come from whoever has things to measure.
 */
@Feature(
    name = "limits",
    dependsOn = {"platform"})
package org.freehold.limits;

import org.freehold.platform.Feature;
