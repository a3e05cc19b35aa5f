package org.freehold.webhooks.internal;

import java.time.Instant;

/**
 * What a receiver is asked, outside of any transaction.
 *
 * @param call of which nothing is sent but the question: no message, none of the tenant's headers
 * @param origin who asks
 * @param perMinute calls that its endpoint wants at the most; null: no number of them
 * @param askedAt when somebody wanted it asked
 * @param obstacle why the receiver cannot be called now, in a sentence; null: it can
 */
public record ConsentQuestion(
    Call call, String origin, Integer perMinute, Instant askedAt, String obstacle) {}
