/**
 * What keeps calls in bounds: keys that make a repeated POST harmless. Rates are counted at the
 * edge, in web.
 */
@Feature(
    name = "limits",
    dependsOn = {"platform"})
package org.freehold.limits;

import org.freehold.platform.Feature;
