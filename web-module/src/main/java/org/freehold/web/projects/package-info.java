/** Projects and their tasks over HTTP. */
package org.freehold.web.projects;
