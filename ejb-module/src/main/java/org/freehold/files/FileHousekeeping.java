package org.freehold.files;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import org.freehold.files.internal.OrphanSweep;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** Removes bytes that no file has: of uploads that failed, or that a crash ended. */
@Stateless
@Guarded
@NotAudited("It forgets what has expired, as the settings say; nobody asked for it.")
public class FileHousekeeping {
  @Inject private OrphanSweep sweep;

  /** In the tenant of the call, outside of any transaction; answers how many were removed. */
  @SystemCall
  @TransactionAttribute(TransactionAttributeType.NEVER)
  public int removeOrphans() {
    try {
      return sweep.run(CurrentCall.tenantId());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The storage could not be swept", e);
    }
  }
}
