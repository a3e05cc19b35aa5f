package org.freehold.market;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a use of a template. */
public record TemplateUseId(UUID value) implements EntityId {}
