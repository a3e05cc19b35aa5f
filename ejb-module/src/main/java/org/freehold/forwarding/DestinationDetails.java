package org.freehold.forwarding;

import java.time.Instant;
import org.freehold.platform.Versioned;

/**
 * Where a trail is forwarded to, and how far it has been taken.
 *
 * @param authorized whether there is an authorization, which is never told
 * @param statusReason why it is paused, when the product did that
 * @param nextSequence the place of the event that is sent next
 * @param waiting how many events have a place and were not taken yet
 */
public record DestinationDetails(
    DestinationId id,
    String name,
    DestinationKind kind,
    String address,
    boolean authorized,
    String caCertificatePem,
    DestinationStatus status,
    String statusReason,
    long nextSequence,
    long waiting,
    Instant lastSuccessAt,
    Instant failingSince,
    String lastError,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
