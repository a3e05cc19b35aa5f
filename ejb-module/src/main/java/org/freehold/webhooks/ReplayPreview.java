package org.freehold.webhooks;

import java.time.Instant;

/**
 * What a replay would send.
 *
 * @param bytes of their bodies together
 * @param oldest when the first of them was made; null without any
 * @param newest when the last of them was made; null without any
 * @param estimatedSeconds if the receivers keep up
 */
public record ReplayPreview(
    long count, long bytes, Instant oldest, Instant newest, long estimatedSeconds) {}
