/**
 * The OpenAPI document and the page that shows it. The build makes the document from the resource
 * methods, the records that they take and answer, and the constraints on these, so that it cannot
 * drift from the code.
 */
package org.freehold.web.openapi;
