package org.freehold.platform;

/**
 * What the rest of the world may hear: a public record with an {@link EventType}, whose components
 * are the members of the message's {@code data}. Fired by a service in its transaction, never from
 * the entity; an audit event is never derived from it. It holds no secret.
 */
public interface DomainEvent {}
