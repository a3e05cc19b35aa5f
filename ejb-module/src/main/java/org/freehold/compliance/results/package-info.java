/** What reports found, as it is kept, told and hashed. */
package org.freehold.compliance.results;
