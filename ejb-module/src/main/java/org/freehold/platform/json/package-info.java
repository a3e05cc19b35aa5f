/**
 * Records to and from JSON over Jakarta JSON Processing: one strict reader, one writer. JSON
 * Binding differs between the servers in what it does with records, enums and unknown members.
 */
package org.freehold.platform.json;
