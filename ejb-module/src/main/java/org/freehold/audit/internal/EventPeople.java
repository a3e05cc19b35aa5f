package org.freehold.audit.internal;

import java.util.Map;
import java.util.UUID;

/**
 * Who an event is about, as far as it may still be known.
 *
 * @param disclosed personal values by path; those that were erased are absent
 */
record EventPeople(UUID actor, UUID resourcePerson, Map<String, String> disclosed) {}
