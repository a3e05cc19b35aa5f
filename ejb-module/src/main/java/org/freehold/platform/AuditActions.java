package org.freehold.platform;

import java.util.List;

/** The port through which a feature says what it puts on record. Found by CDI. */
public interface AuditActions {
  List<AuditAction> actions();
}
