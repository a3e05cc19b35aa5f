package org.freehold.audit.sealing.internal;

/** Another key signs checkpoints from now on. */
record KeyRotated() {}
