package org.freehold.keys;

import org.freehold.platform.UserId;

/** What a list of keys is narrowed to; null: not narrowed. */
public record ApiKeyFilter(ApiKeyStatus status, UserId createdBy) {}
