/**
 * API keys: making, changing, rotating and revoking them, and telling who a request with one comes
 * from. A key is a person's: what it may do is decided in access, from its scope and from what its
 * maker may do at the moment. Portal links are keys too: short-lived ones, for visitors.
 */
@Feature(
    name = "keys",
    dependsOn = {"platform", "tenancy", "identity", "access"})
package org.freehold.keys;

import org.freehold.platform.Feature;
