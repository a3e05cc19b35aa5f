package org.freehold.access.policies.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.SubjectFacts;

/**
 * Those who must stay able to change policies: the tenant's administrators, and whoever saves one.
 *
 * @param savers the person who saves; with a key, the key and its maker
 */
record Keepers(
    Set<UUID> administrators,
    Set<UUID> savers,
    Collection<SubjectFacts> facts,
    List<Grant> grants) {}
