/**
 * The bundle of a release as JSON: its sections, its typed changes of the database, and the
 * published JSON Schema of both. What a change does is the engine's matter; here every fault of
 * shape is told with a pointer to its place.
 */
package org.freehold.releases.bundle;
