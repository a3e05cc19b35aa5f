/**
 * JSON Schema (2020-12) over the validator of networknt, within bounds: schemas and documents may
 * come from anybody.
 */
package org.freehold.platform.schema;
