package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.platform.CurrentCall;
import org.freehold.tenancy.WorkspaceFields;
import org.freehold.tenancy.Workspaces;

/** The trail of a tenant, with the tree over it. */
final class SealedTrail {
  private final SampleTenant tenant;
  private final Workspaces workspaces;
  private int made;

  SealedTrail(SampleTenant tenant, Workspaces workspaces) {
    this.tenant = tenant;
    this.workspaces = workspaces;
  }

  /** One event for each of so many changes. */
  void change(int times) {
    for (int i = 0; i < times; i++) {
      made++;
      String slug = "space-" + made;
      CurrentCall.within(
          tenant.asOwner(), () -> workspaces.create(new WorkspaceFields(slug, slug, null)));
    }
  }

  /** Waits until all that happened up to now has its place. */
  void isSealed() {
    Eventually.holds(
        "everything is sealed",
        () -> count("select count(*) from control.audit_pending where tenant_id = ?") == 0);
  }

  /** The tree of the bytes as they are stored, in the order of their places. */
  CompactRange bytes() {
    CompactRange range = CompactRange.empty();
    rows("select e.leaf from audit_leaf l join audit_event e on e.tenant_id = l.tenant_id"
            + " and e.id = l.event_id where l.tenant_id = ? order by l.position")
        .forEach(row -> range.append(MerkleTree.leafHash((byte[]) row[0])));
    return range;
  }

  /** Every event has one place, without a gap, and the tree is of their bytes. */
  void isOfItsBytes() {
    CompactRange range = bytes();
    Object[] tree = rows("select size, subtrees from audit_tree where tenant_id = ?").get(0);
    assertThat(tree[0]).isEqualTo(range.size());
    assertThat((byte[]) tree[1]).isEqualTo(range.hashes());
    assertThat(rows("select position from audit_leaf where tenant_id = ? order by position"))
        .extracting(row -> row[0])
        .containsExactlyElementsOf(LongStream.range(0, range.size()).boxed().toList());
    assertThat(count("select count(*) from audit_event where tenant_id = ?"))
        .isEqualTo(range.size());
  }

  /** Of a query whose only parameter is the tenant. */
  List<Object[]> rows(String sql) {
    return Superuser.rows(sql, tenant.id());
  }

  long count(String sql) {
    return Superuser.count(sql, tenant.id());
  }
}
