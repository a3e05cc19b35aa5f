package org.freehold.retention;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.HoldScope;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/**
 * How long a class of data of the tenant is kept.
 *
 * @param days in force
 * @param defaultDays what holds without a policy of the tenant's own
 * @param custom whether the tenant has one
 * @param archived whether what is removed was archived before
 * @param holdScopes by what a hold of the class can be limited; one that is limited otherwise
 *     covers all of it
 * @param warnings what is to be thought of, in sentences
 * @param updatedBy null where nobody changed it
 * @param version 0 where nobody changed it
 */
public record RetentionPolicyDetails(
    String dataClass,
    String description,
    int days,
    int defaultDays,
    int leastDays,
    int mostDays,
    boolean custom,
    boolean requiresApproval,
    boolean archived,
    List<HoldScope> holdScopes,
    List<String> warnings,
    UserId updatedBy,
    Instant updatedAt,
    long version)
    implements Versioned {}
