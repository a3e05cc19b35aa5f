package org.freehold.keys.internal;

import org.freehold.keys.ApiKeyId;

/** Fired in the transaction that changes what a key may do, or ends one of its secrets. */
public record ApiKeyChanged(ApiKeyId id) {}
