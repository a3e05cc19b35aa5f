package org.freehold.plans;

import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.platform.Entitlement;

/**
 * Something that plans can give, and what the caller's tenant has of it.
 *
 * @param choices from the least to the most; none but for a choice
 */
public record EntitlementDetails(
    String name,
    Entitlement.Type type,
    List<String> choices,
    String description,
    JsonValue value) {}
