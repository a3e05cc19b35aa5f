package org.freehold.platform.work;

import java.util.UUID;
import org.freehold.platform.TenantId;

/**
 * One claimed piece of work.
 *
 * @param fence rises with every claim: completing with an old one changes nothing
 * @param attempts claims so far, this one included
 */
public record WorkItem(
    UUID id, String kind, TenantId tenant, UUID subject, long fence, int attempts) {}
