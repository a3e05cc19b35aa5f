package org.freehold.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Events of the product, recorded together or not at all. */
public record NewAuditEvents(
    @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid NewAuditEvent> events) {}
