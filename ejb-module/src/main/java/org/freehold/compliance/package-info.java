/**
 * Reports for auditors: for each control of a framework, what was asked of the trail, what came
 * out, and what proves it. Asks nothing but sealed events, so that whoever has the same events
 * finds the same; and says of everything else that it cannot be attested.
 */
@Feature(
    name = "compliance",
    dependsOn = {"platform", "audit", "jobs"})
package org.freehold.compliance;

import org.freehold.platform.Feature;
