/**
 * Why somebody may or may not do something, and what would change it. The access engine finds the
 * reasons and tries the changes; here questions are read, and what the asker may not know is left
 * out.
 */
package org.freehold.access.explain;
