package org.freehold.market;

import java.util.List;

/**
 * What a run has to do for a use.
 *
 * @param steps all of them; what is there already is not made again
 */
public record MakingPlan(TemplateUseId use, TemplateUseStatus status, List<MakingStep> steps) {}
