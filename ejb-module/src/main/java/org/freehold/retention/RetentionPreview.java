package org.freehold.retention;

import java.time.Instant;
import java.util.List;

/**
 * What a policy would remove now; nothing is.
 *
 * @param before data from before this moment has expired
 * @param expired how many rows that is
 * @param held how many of them stay, as a hold covers them
 * @param oldest when the oldest row is from; null when there is none
 * @param expiredNow how many have expired under the policy that is in force
 * @param warnings what is to be thought of, in sentences
 */
public record RetentionPreview(
    String dataClass,
    int days,
    Instant before,
    long expired,
    long held,
    Instant oldest,
    long expiredNow,
    List<String> warnings) {}
