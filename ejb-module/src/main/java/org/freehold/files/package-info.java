/**
 * Files of projects, of tasks and of the tenant. Their rows are the truth: bytes go to the storage
 * before the row commits, bytes without a row are swept, and bytes whose row is gone are removed by
 * leased work. Nothing is held while bytes flow: no transaction, no connection of the pool, no file
 * in memory. Knows nothing of HTTP.
 */
@Feature(
    name = "files",
    dependsOn = {"platform", "tenancy", "access", "projects"})
package org.freehold.files;

import org.freehold.platform.Feature;
