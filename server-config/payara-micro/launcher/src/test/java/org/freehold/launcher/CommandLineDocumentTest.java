package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the document of the command line to the commands, in both directions. */
class CommandLineDocumentTest {
  private static final Path DOCUMENT = Path.of("../../../docs/operations/command-line.md");
  private static final Set<String> OF_EVERY_COMMAND = Set.of("--help", "--version");
  private static final Set<String> OF_A_CONNECTION =
      Set.of("--server", "--tenant", "--output", "--session");

  @Test
  void listsEveryCommandWithItsOptionsAndNoOther() throws IOException {
    List<String> rows = new ArrayList<>();
    commands().filter(one -> one.subcommands().isEmpty()).map(this::row).forEach(rows::add);
    assertThat(section("## Every command"))
        .as("the table of docs/operations/command-line.md")
        .containsExactlyElementsOf(rows);
  }

  @Test
  void listsTheOptionsThatTheCommandsShare() throws IOException {
    Set<String> shared = new TreeSet<>();
    for (String row : section("## Options that all share")) {
      String first = row.split("`")[1].split("[ =]")[0];
      if (first.startsWith("--")) {
        shared.add(first);
      }
    }
    assertThat(shared).isEqualTo(new TreeSet<>(OF_A_CONNECTION));
  }

  @Test
  void everyCommandAndArgumentIsExplainedWithAnExample() {
    commands()
        .forEach(
            command -> {
              String name = command.qualifiedName();
              assertThat(command.usageMessage().description()).as(name).isNotEmpty();
              assertThat(command.usageMessage().footer())
                  .as(name)
                  .anyMatch(line -> line.contains(name));
              assertThat(command.args())
                  .as(name)
                  .allSatisfy(one -> assertThat(one.description()).isNotEmpty());
            });
  }

  /** The examples of the document parse: what they name exists. */
  @Test
  void showsNoCommandThatDoesNotExist() throws IOException {
    Set<String> names = commands().map(CommandSpec::qualifiedName).collect(Collectors.toSet());
    List<String> shown =
        Files.readAllLines(DOCUMENT).stream()
            .flatMap(line -> Stream.of(line.split("(?=freehold [a-z])")))
            .filter(part -> part.matches("freehold [a-z].*"))
            .toList();
    assertThat(shown).hasSizeGreaterThan(8);
    assertThat(shown)
        .allSatisfy(
            example ->
                assertThat(names).anyMatch(name -> (example + " ").matches(name + "[^a-z-].*")));
  }

  private static Stream<CommandSpec> commands() {
    return below(Freehold.commandLine().getCommandSpec())
        .filter(one -> !one.usageMessage().hidden() && !one.name().equals("help"));
  }

  private static Stream<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(one -> one.getCommandSpec())
        .flatMap(one -> Stream.concat(Stream.of(one), below(one)));
  }

  private String row(CommandSpec command) {
    String words =
        command.qualifiedName().substring("freehold ".length())
            + command.positionalParameters().stream()
                .map(one -> " " + (one.required() ? label(one) : "[" + label(one) + "]"))
                .collect(Collectors.joining());
    Set<String> all =
        command.options().stream().map(OptionSpec::longestName).collect(Collectors.toSet());
    boolean connected = all.containsAll(OF_A_CONNECTION);
    String options =
        command.options().stream()
            .filter(one -> !OF_EVERY_COMMAND.contains(one.longestName()))
            .filter(one -> !connected || !OF_A_CONNECTION.contains(one.longestName()))
            .map(CommandLineDocumentTest::option)
            .sorted()
            .collect(Collectors.joining(" "));
    return "| `%s` | %s | %s |"
        .formatted(words, options, String.join(" ", command.usageMessage().description()))
        .replace("|  |", "| |");
  }

  private static String option(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + label(option);
    String names = String.join(", ", option.names());
    return "`" + names + value.replace("|", "\\|") + "`";
  }

  private static String label(ArgSpec argument) {
    return argument.paramLabel();
  }

  /** The rows of the table below a heading, without its head. */
  private static List<String> section(String heading) throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }
}
