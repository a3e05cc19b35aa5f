package org.freehold.access.policies;

import java.util.List;

/** All that was found when a policy was checked; nothing: it can be saved. */
public record PolicyReport(List<PolicyFinding> findings) {}
