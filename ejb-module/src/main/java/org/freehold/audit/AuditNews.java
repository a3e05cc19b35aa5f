package org.freehold.audit;

import java.util.List;

/**
 * Events that have got their places.
 *
 * @param events in the order of their places
 * @param next the place to go on with
 */
public record AuditNews(List<AuditEventDetails> events, long next) {}
