package org.freehold.platform.work;

/** Work has been queued in this transaction that is due with its commit. */
record WorkDue(String requestId) {}
