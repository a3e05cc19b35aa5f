package org.freehold.access;

import java.lang.reflect.Method;
import java.util.UUID;
import org.freehold.platform.Problem;

/**
 * A guarded call was refused. Fired inside the transaction that is about to roll back: whoever
 * records it needs one of its own.
 *
 * @param resourceType and {@code resourceId}: the thing asked for, null when the call is about none
 * @param question what was decided; null when it was refused for another reason than a permission
 */
public record PermissionRefused(
    Method method,
    String resourceType,
    UUID resourceId,
    Problem problem,
    RefusedQuestion question) {}
