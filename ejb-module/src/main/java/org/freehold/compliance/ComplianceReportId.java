package org.freehold.compliance;

import java.util.UUID;
import org.freehold.platform.EntityId;

/** The id of a report. */
public record ComplianceReportId(UUID value) implements EntityId {}
