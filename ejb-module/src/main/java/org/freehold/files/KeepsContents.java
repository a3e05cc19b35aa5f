package org.freehold.files;

import java.util.Collection;
import java.util.Set;
import org.freehold.platform.TenantId;

/** The port through which a feature says which bytes in the storage are its own. Found by CDI. */
public interface KeepsContents {
  /** Those of the ids under which it keeps bytes; asked in a short transaction of the tenant. */
  Set<FileId> kept(TenantId tenant, Collection<FileId> candidates);
}
