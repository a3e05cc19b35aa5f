/**
 * Domains that tenants bring themselves: who claims which, the proof by DNS that it is theirs, and
 * the regular look whether it still is. Knows nothing of requests: whoever resolves the tenant of a
 * call reads the verified ones.
 */
@Feature(
    name = "domains",
    dependsOn = {"platform"})
package org.freehold.domains;

import org.freehold.platform.Feature;
