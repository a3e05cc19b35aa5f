/**
 * Figures over what the other features keep, each as far as the caller may see it, and how they
 * went from day to day. Owns no rule: every figure comes from the feature that knows what it means,
 * also those that are followed.
 */
@Feature(
    name = "analytics",
    dependsOn = {
      "platform",
      "tenancy",
      "access",
      "audit",
      "limits",
      "plans",
      "projects",
      "files",
      "keys",
      "webhooks",
      "releases"
    })
package org.freehold.analytics;

import org.freehold.platform.Feature;
