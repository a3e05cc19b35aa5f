/**
 * Projects with their governance fields, and the tasks in them. Knows which of them a caller may
 * see; how permissions are decided is the access engine's. A task is as visible as its project.
 */
@Feature(
    name = "projects",
    dependsOn = {"platform", "tenancy", "access"})
package org.freehold.projects;

import org.freehold.platform.Feature;
