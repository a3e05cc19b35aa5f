package org.freehold.files.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.freehold.files.FileId;
import org.freehold.platform.TenantId;

/** Which ids are files, asked in a short transaction. */
@Stateless
public class KnownFiles {
  @Inject private FileRepository files;

  public Set<FileId> among(TenantId tenant, Collection<FileId> candidates) {
    return files.known(tenant, candidates);
  }
}
