/**
 * Decides who may do what: the interceptor that guards every service, and what lists may show.
 * Rules are in the access engine; here is only where its inputs come from.
 */
@Feature(
    name = "access",
    dependsOn = {"platform", "tenancy", "identity"})
package org.freehold.access;

import org.freehold.platform.Feature;
