package org.freehold.environments.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Difference;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.environments.DriftState;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDrift;
import org.freehold.environments.EnvironmentFields;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.EnvironmentPolicy;
import org.freehold.environments.EnvironmentTarget;
import org.freehold.environments.TargetFields;
import org.freehold.environments.TargetKind;
import org.freehold.environments.TargetState;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectId;

/** Where releases go. It remembers what the last one left there, so that drift can be told. */
@Entity
@Table(name = "environment")
@IdClass(TenantRowKey.class)
public class Environment {
  private static final int MOST_DIFFERENCES = 200;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "project_id")
  private UUID projectId;

  private String name;
  private int position;
  private String url;

  @Column(name = "health_url")
  private String healthUrl;

  @Convert(converter = PolicyColumn.class)
  private EnvironmentPolicy policy;

  @Column(name = "target_kind")
  private String targetKind;

  @Column(name = "target_url")
  private String targetUrl;

  @Column(name = "target_user")
  private String targetUser;

  @Column(name = "target_schema")
  private String targetSchema;

  @Column(name = "sealed_password")
  private byte[] sealedPassword;

  @Column(name = "built_in")
  private boolean builtIn;

  private String fingerprint;

  @Convert(converter = JsonColumn.class)
  private String catalog;

  @Column(name = "deployed_at")
  private Instant deployedAt;

  @Column(name = "drift_state")
  private String driftState;

  @Column(name = "drift_checked_at")
  private Instant driftCheckedAt;

  @Convert(converter = DifferencesColumn.class)
  @Column(name = "drift_differences")
  private List<Difference> driftDifferences;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Environment() {}

  /** {@code fields} must have a position. */
  public Environment(TenantId tenant, EnvironmentFields fields, boolean builtIn, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    projectId = fields.projectId() == null ? null : fields.projectId().value();
    this.builtIn = builtIn;
    driftState = WireNames.of(DriftState.UNKNOWN);
    driftDifferences = List.of();
    createdAt = now;
    change(fields, now);
  }

  public void change(EnvironmentFields fields, Instant now) {
    UUID project = fields.projectId() == null ? null : fields.projectId().value();
    if (!java.util.Objects.equals(project, projectId)) {
      throw Invalid.at("/project_id", "immutable", "An environment stays where it was made.");
    }
    if (builtIn && name != null && !fields.name().equals(name)) {
      throw Invalid.at("/name", "built_in", "This environment keeps its name.");
    }
    name = fields.name();
    position = fields.position();
    url = fields.url();
    healthUrl = fields.healthUrl();
    policy = fields.policy();
    aim(fields.target());
    updatedAt = now;
  }

  private void aim(TargetFields target) {
    boolean outside = target.kind() == TargetKind.OUTSIDE;
    targetKind = WireNames.of(target.kind());
    targetUrl = outside ? target.jdbcUrl() : null;
    targetUser = outside ? target.user() : null;
    targetSchema = outside ? schema(target) : null;
    if (!outside) {
      sealedPassword = null;
    }
  }

  private static String schema(TargetFields target) {
    return target.schema() == null ? "public" : target.schema();
  }

  /** What seals its password with it, so that the password cannot be moved elsewhere. */
  public String purpose() {
    return "environment:" + tenantId + ":" + id;
  }

  public void sealed(byte[] password) {
    sealedPassword = password;
  }

  public byte[] sealedPassword() {
    return sealedPassword;
  }

  /** A release left it like this. */
  public void deployed(TargetState state, Instant now) {
    fingerprint = state.fingerprint();
    catalog = StoredRecords.text(state.catalog());
    deployedAt = now;
    found(DriftState.IN_SYNC, List.of(), now);
  }

  /** Answers whether it drifted since the last look. */
  public boolean checked(TargetState state, Instant now) {
    boolean before = drifted();
    if (catalog == null) {
      found(DriftState.UNKNOWN, List.of(), now);
    } else if (state.fingerprint().equals(fingerprint)) {
      found(DriftState.IN_SYNC, List.of(), now);
    } else {
      List<Difference> differences =
          Fingerprint.differences(StoredRecords.read(Catalog.class, catalog), state.catalog());
      found(DriftState.DRIFTED, differences.stream().limit(MOST_DIFFERENCES).toList(), now);
    }
    return drifted() && !before;
  }

  private void found(DriftState state, List<Difference> differences, Instant now) {
    driftState = WireNames.of(state);
    driftDifferences = differences;
    driftCheckedAt = now;
  }

  private boolean drifted() {
    return driftState.equals(WireNames.of(DriftState.DRIFTED));
  }

  /** Without the password, which is never told. */
  public EnvironmentFields fields() {
    return new EnvironmentFields(
        projectId(),
        name,
        position,
        url,
        healthUrl,
        policy,
        new TargetFields(targetKind(), targetUrl, targetUser, null, targetSchema));
  }

  public EnvironmentDetails details() {
    return new EnvironmentDetails(
        id(),
        projectId(),
        name,
        position,
        url,
        healthUrl,
        policy,
        target(),
        fingerprint,
        drift(),
        deployedAt,
        createdAt,
        updatedAt,
        version);
  }

  public EnvironmentDrift drift() {
    return new EnvironmentDrift(
        WireNames.constant(DriftState.class, driftState).orElseThrow(),
        driftCheckedAt,
        driftDifferences);
  }

  public EnvironmentTarget target() {
    return new EnvironmentTarget(targetKind(), targetUrl, targetUser, targetSchema);
  }

  private TargetKind targetKind() {
    return WireNames.constant(TargetKind.class, targetKind).orElseThrow();
  }

  public EnvironmentId id() {
    return new EnvironmentId(id);
  }

  /** Null for one of the whole tenant. */
  public ProjectId projectId() {
    return projectId == null ? null : new ProjectId(projectId);
  }

  public String name() {
    return name;
  }

  public int position() {
    return position;
  }

  public boolean isBuiltIn() {
    return builtIn;
  }

  public boolean wasDeployed() {
    return deployedAt != null;
  }

  public boolean wasDeployedSince(Instant then) {
    return deployedAt != null && !deployedAt.isBefore(then);
  }

  public EnvironmentPolicy policy() {
    return policy;
  }

  public long version() {
    return version;
  }
}
