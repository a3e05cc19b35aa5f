/**
 * Decisions about things of other systems, as the AuthZEN Authorization API 1.0 asks for them:
 * whoever enforces trusts this product to decide, and is trusted with what they say of a thing.
 */
@Feature(
    name = "decisions",
    dependsOn = {"platform", "access"})
package org.freehold.decisions;

import org.freehold.platform.Feature;
