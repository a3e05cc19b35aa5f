package org.freehold.audit.archive;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.archive.internal.ArchiveVerification;
import org.freehold.audit.archive.internal.ArchivedRows;
import org.freehold.audit.sealing.AuditBundle;
import org.freehold.audit.sealing.internal.ArchiveMaker;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;

/** The trail of the tenant of the call, as whoever lets its old events go needs it. */
@Stateless
@Guarded
@NotAudited("What is removed is on record as retention.certified before it is.")
public class TrailArchives {
  @Inject private ArchivedRows rows;
  @Inject private ArchiveMaker maker;
  @Inject private ArchiveVerification verification;

  /** The months before the moment that still have events, the oldest first. */
  @SystemCall
  public List<ExpiredMonth> months(Instant before) {
    return rows.months(tenant(), before);
  }

  /**
   * How the events of a month that no hold covers are divided into archives, those left out that a
   * certificate lets go already. Events that have no place yet are not among them. Of a month whose
   * places are much scattered only the first: the others when these are certified.
   */
  @SystemCall
  public List<TrailSegment> segments(LocalDate month) {
    return rows.segments(tenant(), month);
  }

  /** A bundle of all leaves of the segment; whoever takes its file deletes it. */
  @SystemCall
  public AuditBundle archive(long begin, long end) {
    return maker.make(tenant(), begin, end);
  }

  /**
   * Verifies an archive with nothing but itself and the keys of this installation, and that it
   * shows every event of these places. An IllegalStateException says what is wrong.
   */
  @SystemCall
  public VerifiedArchive verify(Path archive, List<PlaceRange> places) {
    return verification.verify(tenant(), archive, places);
  }

  /** Keeps the event of this resource as the certificate of the places, when it is sealed. */
  @SystemCall
  public void keepCertificate(UUID archive, List<PlaceRange> places) {
    rows.keepCertificate(tenant(), archive, places);
  }

  /** Seals all that is committed, so that a certificate has its place. */
  @SystemCall
  public void seal() {
    maker.seal(tenant());
  }

  /** Removes at most so many events of the month that certificates let go; answers how many. */
  @SystemCall
  public int remove(LocalDate month, int most) {
    return rows.remove(tenant(), month, most);
  }

  private static TenantRef tenant() {
    return CurrentCall.get().requireTenant();
  }
}
