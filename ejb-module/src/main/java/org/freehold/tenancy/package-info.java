/**
 * Tenants and their states, workspaces, the people in them and their teams. Knows nothing of
 * passwords, sessions or how a permission is decided.
 */
@Feature(
    name = "tenancy",
    dependsOn = {"platform"})
package org.freehold.tenancy;

import org.freehold.platform.Feature;
