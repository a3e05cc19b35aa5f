package org.freehold.webhooks.internal;

import org.freehold.engine.delivery.Consent;

/**
 * What a receiver said to the question whether it wants webhooks.
 *
 * @param isReached whether it answered at all
 */
public record ConsentAnswer(Consent consent, boolean isReached) {}
