package org.freehold.flags;

import java.util.List;
import org.freehold.engine.flags.Evaluation;

/**
 * All flags for a context.
 *
 * @param etag the same as long as flags, context and environment are, without quotes
 * @param flags by key; null when the caller has those of this tag
 */
public record EvaluatedFlags(String etag, List<Evaluation> flags) {}
