/**
 * Telling a tenant's SIEM what its trail tells: in the order of the places, at least once and
 * without a gap, as OCSF over HTTPS or syslog. Reads the trail and changes nothing in it.
 */
@Feature(
    name = "forwarding",
    dependsOn = {"platform", "identity", "audit"})
package org.freehold.forwarding;

import org.freehold.platform.Feature;
