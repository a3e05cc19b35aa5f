/** Releases over HTTP: drafts, preparing, promoting, undoing, and watching what happens. */
package org.freehold.web.releases;
