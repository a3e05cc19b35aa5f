/**
 * How long data is kept, and what must be kept longer: policies for each class of data, legal holds
 * that beat them, and the removal of what has expired. Knows no table of another feature: they
 * implement {@link org.freehold.platform.RetainedData}.
 */
@Feature(
    name = "retention",
    dependsOn = {"platform", "identity", "audit", "projects", "files"})
package org.freehold.retention;

import org.freehold.platform.Feature;
