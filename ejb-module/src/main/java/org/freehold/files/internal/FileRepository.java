package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.files.FileDetails;
import org.freehold.files.FileFigures;
import org.freehold.files.FileFilter;
import org.freehold.files.FileId;
import org.freehold.files.ImportedFile;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.BulkInsert;
import org.freehold.platform.persistence.BulkInsert.Column;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.LikePattern;
import org.freehold.platform.persistence.ListQuery;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.Sort;
import org.freehold.platform.persistence.TenantRowKey;

/** The files of one tenant. */
@ApplicationScoped
public class FileRepository {
  private static final List<String> SORTS = List.of("-created_at", "name", "size_bytes");

  private static final BulkInsert<ImportedFile> FILES =
      new BulkInsert<>(
          "file",
          List.of(
              new Column<>("id", "uuid", f -> f.content().id().value()),
              new Column<>("project_id", "uuid", f -> value(f.fields().projectId())),
              new Column<>("task_id", "uuid", f -> value(f.fields().taskId())),
              new Column<>("name", "text", f -> f.fields().name()),
              new Column<>("description", "text", f -> f.fields().description()),
              new Column<>("content_type", "text", f -> f.content().contentType()),
              new Column<>("size_bytes", "bigint", f -> f.content().sizeBytes()),
              new Column<>("sha256", "text", f -> f.content().sha256()),
              new Column<>("uploaded_by", "uuid", f -> value(f.uploadedBy())),
              new Column<>("created_at", "timestamptz", ImportedFile::createdAt)));

  @PersistenceContext private EntityManager em;

  public void add(StoredFile file) {
    em.persist(file);
    em.flush();
  }

  /** In one statement: the count of the tenant's files is kept by the statement. */
  public void addAll(TenantId tenant, List<ImportedFile> files) {
    try {
      FILES.insert(em.unwrap(Connection.class), tenant, files);
    } catch (SQLException e) {
      throw new IllegalStateException("The files could not be imported", e);
    }
  }

  public void remove(StoredFile file) {
    em.remove(file);
    em.flush();
  }

  List<StoredFile> byIds(TenantId tenant, Collection<UUID> ids) {
    return em.createQuery(
            "select f from StoredFile f where f.tenantId = :tenant and f.id in :ids",
            StoredFile.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  public Optional<StoredFile> byId(TenantId tenant, FileId id) {
    return Optional.ofNullable(em.find(StoredFile.class, new TenantRowKey(tenant, id.value())));
  }

  /** Those of the ids that are files. */
  Set<FileId> known(TenantId tenant, Collection<FileId> ids) {
    return em.createQuery(
            "select f.id from StoredFile f where f.tenantId = :tenant and f.id in :ids", UUID.class)
        .setParameter("tenant", tenant.value())
        .setParameter("ids", ids.stream().map(FileId::value).toList())
        .getResultStream()
        .map(FileId::new)
        .collect(Collectors.toSet());
  }

  /** Bytes of all files of the tenant. */
  long bytesUsed(TenantId tenant) {
    List<?> rows =
        em.createNativeQuery("select size_bytes from file_usage where tenant_id = ?1")
            .setParameter(1, tenant.value())
            .getResultList();
    return rows.isEmpty() ? 0 : ((Number) rows.get(0)).longValue();
  }

  /** The page in one statement; a null condition sees all. */
  public Page<FileDetails> list(
      TenantId tenant, FileFilter filter, Condition visible, PageRequest page) {
    Sort sort = Sort.of(page.sort(), SORTS);
    ListQuery<StoredFile> query =
        new ListQuery<>(StoredFile.class, "select f from StoredFile f", "f.id", f -> f.id().value())
            .where("f.tenantId = :tenant", "tenant", tenant.value())
            .whereGiven("f.projectId = :project", "project", value(filter.projectId()))
            .whereGiven("f.taskId = :task", "task", value(filter.taskId()))
            .whereGiven("f.uploadedBy = :uploader", "uploader", value(filter.uploadedBy()))
            .whereGiven("lower(f.name) like :q escape '!'", "q", LikePattern.containing(filter.q()))
            .whereGiven(visible);
    type(query, filter.contentType());
    return query.page(em, page, sort, column(sort.field()), StoredFile::details);
  }

  /** In one statement; a null condition sees all. */
  public FileFigures figures(TenantId tenant, Condition visible, Long quota) {
    var query =
        em.createQuery(
                "select count(f.id), sum(f.sizeBytes) from StoredFile f where f.tenantId = :tenant"
                    + (visible == null ? "" : " and " + visible.jpql()),
                Object[].class)
            .setParameter("tenant", tenant.value());
    if (visible != null) {
      visible.parameters().forEach(query::setParameter);
    }
    Object[] row = query.getSingleResult();
    long bytes = row[1] == null ? 0 : ((Number) row[1]).longValue();
    return new FileFigures((Long) row[0], bytes, quota);
  }

  private static void type(ListQuery<StoredFile> query, String contentType) {
    if (contentType != null && contentType.endsWith("/*")) {
      String kind = contentType.substring(0, contentType.length() - 1);
      query.where(
          "(f.contentType >= :typeFrom and f.contentType < :typeTo)",
          Map.of("typeFrom", kind, "typeTo", kind + Character.MAX_VALUE));
    } else {
      query.whereGiven("f.contentType = :type", "type", contentType);
    }
  }

  private static ListQuery.Column<StoredFile> column(String field) {
    return switch (field) {
      case "name" -> new ListQuery.Column<>("f.name", text -> text, StoredFile::name);
      case "size_bytes" ->
          new ListQuery.Column<>("f.sizeBytes", Long::valueOf, StoredFile::sizeBytes);
      default -> new ListQuery.Column<>("f.createdAt", Instant::parse, StoredFile::createdAt);
    };
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }
}
