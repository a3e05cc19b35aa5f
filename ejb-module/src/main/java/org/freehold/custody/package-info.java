/**
 * Checkpoints leave the installation: by mail to auditors and into an object store, so that a
 * history that is written again contradicts what others hold. Hears of checkpoints when they are
 * announced; signs none, and reads no trail.
 */
@Feature(
    name = "custody",
    dependsOn = {"platform", "audit", "files"})
package org.freehold.custody;

import org.freehold.platform.Feature;
