/**
 * Demo data: a tenant filled with people, teams, projects, tasks and files to look at, by a batch
 * job that can be run again and goes on after a crash. What it writes depends only on the tenant
 * and on numbers, so that a second run finds what the first one wrote; it never changes rows that
 * people made.
 */
@Feature(
    name = "demo",
    dependsOn = {"platform", "tenancy", "projects", "files", "jobs"})
package org.freehold.demo;

import org.freehold.platform.Feature;
