package org.freehold.access.policies;

import java.math.BigDecimal;
import java.util.List;
import org.freehold.engine.access.condition.AttributeType;
import org.freehold.engine.access.condition.Operator;

/**
 * An attribute that conditions can test.
 *
 * @param name as in {@code resource.security_level}; one that ends with {@code .*} stands for any
 *     name there
 * @param operators that it takes
 * @param domain the only values there are, for a level in their order; empty when there is no limit
 * @param minimum the least number there is; null for none
 */
public record PolicyAttribute(
    String name,
    AttributeType type,
    List<Operator> operators,
    List<String> domain,
    BigDecimal minimum,
    String description) {}
