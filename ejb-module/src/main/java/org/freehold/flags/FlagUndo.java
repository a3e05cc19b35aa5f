package org.freehold.flags;

import jakarta.validation.constraints.Size;

/**
 * Takes a change back: the flag becomes what it was before it.
 *
 * @param change of the history; null for the last
 */
public record FlagUndo(FlagChangeId change, @Size(max = FlagFields.REASON) String reason) {}
