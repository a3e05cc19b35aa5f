/**
 * The collection for Bruno in {@code docs/api/bruno}, made from the OpenAPI document. It is checked
 * in, because people open it without building anything, and a test holds it to the document.
 */
package org.freehold.web.openapi.bruno;
