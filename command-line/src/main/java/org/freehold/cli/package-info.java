/**
 * The commands that people and scripts give to a running Freehold. They know the public API only,
 * so whatever they can do, every other client can do as well.
 */
package org.freehold.cli;
