package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.freehold.flags.internal.FlagBook;
import org.freehold.flags.internal.FlagChecks;
import org.freehold.flags.internal.FlagRepository;
import org.freehold.flags.internal.FlagSegment;
import org.freehold.flags.internal.SegmentRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;

/** The segments that rules of flags can name. Where a version is expected, null is any. */
@Stateless
@Guarded
public class FlagSegments {
  private static final int MOST = 100;

  @Inject private SegmentRepository segments;
  @Inject private FlagRepository flags;
  @Inject private FlagBook book;
  @Inject private FlagChecks checks;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("flags:write")
  @Audited("flag_segment.created")
  public SegmentDetails create(SegmentFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    if (segments.byKey(tenant, fields.key()).isPresent()) {
      throw new Conflict(
          "name_taken",
          "There is a segment " + fields.key() + " already.",
          "Choose another key, or change that segment.");
    }
    if (segments.all(tenant).size() >= MOST) {
      throw new Conflict(
          "too_many_segments",
          "There are " + MOST + " segments already.",
          "Delete one that no flag names.");
    }
    checks.require(fields);
    FlagSegment segment = new FlagSegment(tenant, fields, clock.instant());
    segments.add(segment);
    changes.about("flag_segment", segment.id()).after(fields);
    return segment.details();
  }

  @RequiresPermission("flags:read")
  public Page<SegmentDetails> list(PageRequest page) {
    return segments.list(CurrentCall.tenantId(), page);
  }

  @RequiresPermission("flags:read")
  public SegmentDetails details(String key) {
    return find(CurrentCall.tenantId(), key).details();
  }

  /** Replaces everything but the key. */
  @RequiresPermission("flags:write")
  @Audited("flag_segment.updated")
  public SegmentDetails replace(String key, SegmentFields fields, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    FlagSegment segment = find(tenant, key);
    if (!fields.key().equals(key)) {
      throw Invalid.at("/key", "not_allowed", "The key of a segment never changes.");
    }
    FlagBook.requireFresh(segment.version(), expectedVersion);
    checks.require(fields);
    changes.about("flag_segment", segment.id()).before(segment.fields()).after(fields);
    segment.change(fields, clock.instant());
    segments.flush();
    return segment.details();
  }

  @RequiresPermission("flags:write")
  @Audited("flag_segment.deleted")
  public void delete(String key, Long expectedVersion) {
    TenantId tenant = CurrentCall.tenantId();
    flags.lock(tenant);
    FlagSegment segment = find(tenant, key);
    FlagBook.requireFresh(segment.version(), expectedVersion);
    List<String> naming = book.naming(tenant, key);
    if (!naming.isEmpty()) {
      throw new Conflict(
          "segment_in_use",
          "Rules of " + String.join(", ", naming) + " name the segment.",
          "Change these first.");
    }
    changes.about("flag_segment", segment.id()).before(segment.fields());
    segments.remove(segment);
  }

  private FlagSegment find(TenantId tenant, String key) {
    return segments.byKey(tenant, key).orElseThrow(() -> new NotFound("segment"));
  }
}
