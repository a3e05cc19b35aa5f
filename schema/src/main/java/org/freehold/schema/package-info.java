/**
 * The migrations of the database, and the newest version of them that this build knows. Knows
 * nothing of how they are run: the server carries this jar, and must not carry the runner.
 */
package org.freehold.schema;
