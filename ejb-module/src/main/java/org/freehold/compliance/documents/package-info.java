/** Reports as files: made of what a report found, and of nothing else. */
package org.freehold.compliance.documents;
