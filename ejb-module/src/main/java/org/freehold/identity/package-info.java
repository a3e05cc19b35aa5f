/**
 * Who somebody is: passwords, sessions, tokens and the keys that sign them, and which tenant a
 * request is for. Knows nothing of what anybody may do.
 */
@Feature(
    name = "identity",
    dependsOn = {"platform", "tenancy"})
package org.freehold.identity;

import org.freehold.platform.Feature;
