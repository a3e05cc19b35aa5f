package org.freehold.demo.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.freehold.projects.ImportedProject;
import org.freehold.projects.ImportedTask;

/** The projects of a demo tenant and their tasks, by numbers that begin with 1. */
public final class DemoContent {
  private final DemoIds ids;
  private final ProjectContent projects;
  private final TaskContent tasks;
  private final FileContent files;

  public DemoContent(DemoIds ids, Crew crew) {
    this.ids = ids;
    Roster roster = crew.roster();
    projects = new ProjectContent(ids.epoch(), crew, roster);
    tasks = new TaskContent(ids.epoch(), crew, roster);
    files = new FileContent(ids.epoch(), crew, roster);
  }

  public ImportedProject project(int number) {
    ProjectContent.Course course = projects.course(number);
    Instant changed = course.lastChange(ids.epoch());
    return new ImportedProject(
        ids.project(number), projects.fields(number, course), course.created(), changed);
  }

  public List<ImportedProject> projects(List<Integer> numbers) {
    return numbers.stream().map(this::project).toList();
  }

  /** The first {@code each} tasks of each project. */
  public List<ImportedTask> tasks(List<Integer> numbers, int each) {
    List<ImportedTask> all = new ArrayList<>(numbers.size() * each);
    for (int number : numbers) {
      ProjectContent.Course course = projects.course(number);
      IntStream.rangeClosed(1, each)
          .mapToObj(task -> tasks.task(ids, number, task, course))
          .forEach(all::add);
    }
    return all;
  }

  /**
   * All documents of the first projects.
   *
   * @param haveTasks whether the projects have a task that a document can belong to
   */
  public List<DemoFile> files(int firstProjects, boolean haveTasks) {
    return IntStream.rangeClosed(1, firstProjects)
        .boxed()
        .flatMap(
            number ->
                files
                    .files(number, project(number), haveTasks ? ids.task(number, 1) : null)
                    .stream())
        .toList();
  }
}
