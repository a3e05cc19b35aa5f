package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.access.AccessScope;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.files.FileFilter;
import org.freehold.files.internal.FileRepository;
import org.freehold.platform.ResourceFactsSource;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.Condition;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.projects.ProjectFilter;
import org.freehold.projects.TaskFilter;
import org.freehold.projects.internal.FigureRepository;
import org.freehold.projects.internal.ProjectRepository;
import org.freehold.projects.internal.ProjectScope;
import org.freehold.projects.internal.TaskRepository;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list has exactly the rows that the engine shows one by one, whatever the policies say. */
@ExtendWith(ArquillianExtension.class)
class ListScopesIT {
  private static final int WORLDS = 80;
  private static final int QUESTIONS = 2;
  private static final PageRequest ALL = new PageRequest(PageRequest.MOST, null, null);
  private static final ProjectFilter PROJECTS =
      new ProjectFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  private static final TaskFilter TASKS = new TaskFilter(null, null, null, null, null, null);
  private static final FileFilter FILES = new FileFilter(null, null, null, null, null);

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private ProjectRepository projects;
  @Inject private TaskRepository tasks;
  @Inject private FileRepository files;
  @Inject private FigureRepository figures;
  @Inject @Any private Instance<ResourceFactsSource> sources;

  private TenantId tenant;

  @Test
  void listsAndFiguresHaveTheRowsThatAreSeenOneByOne() throws Exception {
    SampleTenant sample = tenants.create("scopes");
    tenant = sample.ref().id();
    ScopeRows rows = new ScopeRows(sample.id());
    Map<String, List<ResourceFacts>> things =
        Transactions.within(
            sample.asOwner(),
            transactions,
            em -> {
              rows.insert(em.unwrap(Connection.class));
              return Map.of(
                  "projects", facts("project", rows.projects),
                  "tasks", facts("task", rows.tasks),
                  "files", facts("file", rows.files));
            });
    Map<String, Integer> seen = new HashMap<>();
    for (long seed = 0; seed < WORLDS; seed++) {
      ScopeWorld world = new ScopeWorld(seed, rows);
      Transactions.within(
          sample.asOwner(),
          transactions,
          em -> {
            ask(world, things, seen);
            return null;
          });
    }
    int most = WORLDS * QUESTIONS * rows.projects.size();
    assertThat(seen.values()).hasSize(3).allMatch(count -> count > most / 20 && count < most);
  }

  private List<ResourceFacts> facts(String type, List<UUID> ids) {
    ResourceFactsSource source =
        sources.stream().filter(each -> each.resourceType().equals(type)).findFirst().orElseThrow();
    return ids.stream().map(id -> source.factsOf(tenant, id).orElseThrow()).toList();
  }

  private void ask(
      ScopeWorld world, Map<String, List<ResourceFacts>> things, Map<String, Integer> seen) {
    TenantSnapshot snapshot = world.snapshot();
    for (int question = 0; question < QUESTIONS; question++) {
      Environment env = world.environment();
      Subject subject = snapshot.subject(world.subject(), env.now());
      things.forEach(
          (resource, of) -> {
            Action read = snapshot.catalogue().action(resource + ":read");
            Set<UUID> shown =
                of.stream()
                    .filter(row -> snapshot.decide(subject, read, row, env) != Decision.HIDDEN)
                    .map(ResourceFacts::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            AccessScope scope = snapshot.scope(subject, resource, env);
            assertThat(listed(resource, new ProjectScope(scope)))
                .as(() -> world + ": " + resource + " of " + subject + env + scope)
                .isEqualTo(shown);
            seen.merge(resource, shown.size(), Integer::sum);
          });
    }
  }

  private Set<UUID> listed(String resource, ProjectScope scope) {
    List<UUID> ids =
        switch (resource) {
          case "projects" -> {
            List<UUID> found =
                projects.list(tenant, PROJECTS, scope, ALL).items().stream()
                    .map(project -> project.id().value())
                    .toList();
            assertThat(figures.projects(tenant, scope).total()).isEqualTo(found.size());
            yield found;
          }
          case "tasks" -> {
            List<UUID> found =
                tasks.list(tenant, TASKS, scope, ALL).items().stream()
                    .map(task -> task.id().value())
                    .toList();
            assertThat(figures.tasks(tenant, scope, Instant.now()).total()).isEqualTo(found.size());
            yield found;
          }
          default -> {
            Condition visible = scope.ofThingsAnywhere(tenant, "f.projectId", "f.id");
            List<UUID> found =
                files.list(tenant, FILES, visible, ALL).items().stream()
                    .map(file -> file.id().value())
                    .toList();
            assertThat(files.figures(tenant, visible, null).count()).isEqualTo(found.size());
            yield found;
          }
        };
    return new TreeSet<>(ids);
  }
}
