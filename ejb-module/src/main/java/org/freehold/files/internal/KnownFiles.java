package org.freehold.files.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.freehold.files.FileId;
import org.freehold.files.KeepsContents;
import org.freehold.platform.TenantId;

/** Which ids are files or kept by other features, asked in a short transaction. */
@Stateless
public class KnownFiles {
  @Inject private FileRepository files;
  @Inject @Any private Instance<KeepsContents> others;

  public Set<FileId> among(TenantId tenant, Collection<FileId> candidates) {
    Set<FileId> known = new HashSet<>(files.known(tenant, candidates));
    others.forEach(other -> known.addAll(other.kept(tenant, candidates)));
    return known;
  }
}
