/**
 * The shared vocabulary: ids, the call context, problems, the annotations that guard and audit
 * services, and the ports that features implement. Owns no table and no rule, and knows no feature.
 */
@Feature(
    name = "platform",
    dependsOn = {})
package org.freehold.platform;
