/**
 * Feature flags of a tenant: typed values that rules give to some and not to others, in each
 * environment. What they mean and what is wrong with one is told by the flags engine; here they are
 * kept with their history, changed at a planned time, and handed to it compiled. Knows nothing of
 * the protocol by which they are asked for.
 */
@Feature(
    name = "flags",
    dependsOn = {"platform", "identity", "access"})
package org.freehold.flags;

import org.freehold.platform.Feature;
