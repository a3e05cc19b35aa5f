/**
 * Templates of complete tenants: what one asks, the answers, and the run that makes a tenant of
 * them through the services that make any. Knows nothing of how those keep what they make.
 */
@Feature(
    name = "market",
    dependsOn = {
      "platform",
      "tenancy",
      "access",
      "jobs",
      "plans",
      "domains",
      "flags",
      "environments",
      "releases",
      "webhooks",
      "demo",
      "pages"
    })
package org.freehold.market;

import org.freehold.platform.Feature;
