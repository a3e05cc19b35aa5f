package org.freehold.webhooks;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A type of event of the tenant's own product.
 *
 * @param type at least two parts, as {@code order.paid}; none of a kind that Freehold has itself
 * @param schema JSON Schema (2020-12) that the bodies of its messages must hold to: {@code type},
 *     {@code timestamp} and {@code data}, where the payload is; null: any
 * @param example such a body; one with empty data when absent
 */
public record EventTypeFields(
    @NotNull @Size(max = 100) @Pattern(regexp = "[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+") String type,
    @NotBlank @Size(max = 1000) String description,
    @Size(max = 100) Map<String, JsonValue> schema,
    @Size(max = 100) Map<String, JsonValue> example) {}
