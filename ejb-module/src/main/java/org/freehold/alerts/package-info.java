/**
 * Warning a tenant of what its trail shows: rules look at each event once, in the order of its
 * place, and more of the same is counted on the alert that is there. Knows actions by their names
 * and no feature.
 */
@Feature(
    name = "alerts",
    dependsOn = {"platform", "access", "audit"})
package org.freehold.alerts;

import org.freehold.platform.Feature;
