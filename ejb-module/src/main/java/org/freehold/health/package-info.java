/**
 * Whether the installation is well: processor, memory, disk, and every part that registers a check.
 */
@Feature(
    name = "health",
    dependsOn = {"platform"})
package org.freehold.health;

import org.freehold.platform.Feature;
