/**
 * The pages of a tenant's product as small data: what is in its menu, and the texts of each. Knows
 * nothing of who shows them.
 */
@Feature(
    name = "pages",
    dependsOn = {"platform"})
package org.freehold.pages;

import org.freehold.platform.Feature;
