/**
 * Conditions over attributes: how they are written, what is wrong with them, and tests of single
 * values.
 *
 * <p>Knows nothing of subjects, resources or permissions: an attribute here is a name with a type.
 * How conditions are written as JSON is the caller's business; findings point into that form.
 */
package org.freehold.engine.access.condition;
