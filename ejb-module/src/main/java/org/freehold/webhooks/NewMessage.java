package org.freehold.webhooks;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * An event of the tenant's own product, to be sent.
 *
 * @param eventType one that the tenant registered
 * @param payload becomes the {@code data} of the body; at most 256 KiB
 * @param idempotencyKey as the header Idempotency-Key, for those who cannot set one
 */
public record NewMessage(
    @NotNull @Size(max = 100) String eventType,
    @NotNull Map<String, JsonValue> payload,
    @Size(min = 1, max = 255) @Pattern(regexp = "[ -~]*\\S[ -~]*") String idempotencyKey) {}
