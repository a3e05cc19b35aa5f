package org.freehold.audit.sealing;

import java.util.UUID;

/**
 * Events that retention removed when their time was over.
 *
 * @param certificate the event that let them go, sealed in the same trail
 * @param events how many
 */
public record RemovedEvents(UUID certificate, long events) {}
