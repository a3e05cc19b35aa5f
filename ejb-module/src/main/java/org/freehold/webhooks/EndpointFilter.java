package org.freehold.webhooks;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.engine.delivery.PayloadFilter;

/**
 * A condition on a field of the body; an endpoint hears what all of its filters hold for.
 *
 * @param path type, timestamp or data with names after it, as {@code data.priority}
 * @param value what the field is compared with, as the operation needs it
 */
public record EndpointFilter(
    @NotNull @Size(max = 200) String path, @NotNull PayloadFilter.Operation op, JsonValue value) {}
