package org.freehold.component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Projects, tasks and files of every kind in a tenant, among few people, teams and workspaces. */
final class ScopeRows {
  static final List<String> NETWORKS =
      List.of("10.0.0.0/8", "10.1.2.3", "::ffff:10.2.0.1", "2001:db8::/32", "::/0", "0.0.0.0/0");
  static final List<String> DOMAINS = List.of("one.example", "two.example");
  static final List<String> CLASSIFICATIONS = List.of("none", "PII", "PHI", "financial");
  static final List<String> LEVELS = List.of("public", "internal", "confidential", "restricted");
  static final List<String> VISIBILITIES = List.of("public", "team", "private");
  static final List<String> PROJECT_STATUSES = List.of("active", "paused", "completed", "archived");
  static final List<String> TASK_STATUSES = List.of("todo", "in_progress", "done");

  final List<UUID> users = ids(4);
  final List<UUID> teams = ids(2);
  final List<UUID> workspaces = ids(3);
  final List<UUID> projects = ids(40);
  final List<UUID> tasks = ids(50);
  final List<UUID> files = ids(40);
  private final List<Runnable> later = new ArrayList<>();
  private final Random random = new Random(7);
  private final UUID tenant;

  private Connection connection;

  ScopeRows(UUID tenant) {
    this.tenant = tenant;
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  void insert(Connection into) {
    connection = into;
    users.forEach(
        user ->
            add(
                "membership (tenant_id, user_id, email, name, role, active, created_at, updated_at,"
                    + " version) values (?, ?, ?, 'P', 'viewer', true, now(), now(), 1)",
                user,
                user + "@x.example"));
    teams.forEach(
        team ->
            add(
                "team (tenant_id, id, name, created_at, updated_at, version)"
                    + " values (?, ?, ?, now(), now(), 1)",
                team,
                team.toString()));
    workspaces.forEach(
        workspace ->
            add(
                "workspace (tenant_id, id, slug, name, created_at, updated_at, version)"
                    + " values (?, ?, ?, 'W', now(), now(), 1)",
                workspace,
                workspace.toString()));
    projects.forEach(this::project);
    tasks.forEach(this::task);
    files.forEach(this::file);
  }

  private void project(UUID id) {
    add(
        "project (tenant_id, id, name, workspace_id, owner_id, team_id, visibility, status,"
            + " security_level, data_classification, requires_approval, allowed_ips,"
            + " allowed_email_domains, stakeholders, priority, priority_rank,"
            + " compliance_requirements, frameworks, kpis, code_coverage_target, created_at,"
            + " updated_at, version) values (?, ?, 'P', ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb,"
            + " ?::jsonb, 'low', 1, '[]', '[]', '{}', 1, now(), now(), 1)",
        id,
        perhaps(workspaces),
        perhaps(users),
        perhaps(teams),
        one(VISIBILITIES),
        one(PROJECT_STATUSES),
        one(LEVELS),
        one(CLASSIFICATIONS),
        random.nextBoolean(),
        few(NETWORKS),
        few(DOMAINS),
        participants(id));
  }

  /** Stakeholders are kept twice, the second time as rows. */
  private String participants(UUID project) {
    if (random.nextInt(3) > 0) {
      return "[]";
    }
    UUID user = one(users);
    later.add(() -> add("project_participant values (?, ?, ?)", project, user));
    return "[{\"user_id\":\"" + user + "\",\"role\":\"sponsor\"}]";
  }

  private void task(UUID id) {
    add(
        "task (tenant_id, id, project_id, title, status, priority, completed_at, created_at,"
            + " updated_at, version) values (?, ?, ?, 'T', ?, 'low', null, now(), now(), 1)",
        id,
        one(projects),
        one(TASK_STATUSES));
  }

  private void file(UUID id) {
    add(
        "file (tenant_id, id, project_id, name, content_type, size_bytes, sha256, created_at)"
            + " values (?, ?, ?, 'f.txt', 'text/plain', 1, repeat('0', 64), now())",
        id,
        perhaps(projects));
  }

  private void add(String into, Object... values) {
    try (PreparedStatement insert = connection.prepareStatement("insert into " + into)) {
      insert.setObject(1, tenant);
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 2, values[i]);
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(into, e);
    }
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  private String few(List<String> of) {
    return random.nextInt(3) > 0
        ? "[]"
        : IntStream.rangeClosed(0, random.nextInt(2))
            .mapToObj(each -> '"' + one(of) + '"')
            .toList()
            .toString();
  }

  private <T> T perhaps(List<T> of) {
    return random.nextInt(3) == 0 ? null : one(of);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
