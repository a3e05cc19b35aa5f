/**
 * Figures over what the other features keep, each as far as the caller may see it. Owns no table
 * and no rule: every figure comes from the feature that knows what it means.
 */
@Feature(
    name = "analytics",
    dependsOn = {
      "platform",
      "tenancy",
      "access",
      "audit",
      "limits",
      "projects",
      "files",
      "keys",
      "webhooks",
      "releases"
    })
package org.freehold.analytics;

import org.freehold.platform.Feature;
