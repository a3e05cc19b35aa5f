package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.freehold.systemtests.Terminal.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every family of commands, run for real against the running server; jobs have their own test. */
@Patient
class CommandLineIT {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

  @TempDir private static Path folder;
  private static TestTenant tenant;
  private static Terminal owner;
  private static Terminal operator;
  private static Terminal nobody;

  @BeforeAll
  static void signIn() throws IOException {
    tenant = Fixtures.tenant();
    owner = Terminal.in(folder);
    operator = owner.with("FREEHOLD_TOKEN", Fixtures.operator().token());
    nobody = Terminal.in(Files.createDirectory(folder.resolve("nobody")));
    Ended signedIn =
        owner.runWithInput(
            TestTenant.PASSWORD + "\n",
            "login",
            "--email",
            tenant.owner().email(),
            "--password-stdin");
    assertThat(signedIn.is(0).out())
        .contains("Signed in to " + Installation.url(), "in the tenant " + tenant.slug());
  }

  @Test
  void somebodySignsInAndOut() {
    TestUser viewer = tenant.user("viewer");
    assertThat(nobody.run("whoami").is(1).err())
        .startsWith("This needs a signed-in caller. Sign in: freehold login --email ADDRESS.")
        .hasLineCount(1);
    String[] login = {"login", "--email", viewer.email(), "--password-stdin", "--output", "json"};
    assertThat(nobody.runWithInput("wrong\n", login).is(1).err()).contains("(invalid_credentials");
    assertThat(nobody.runWithInput(TestTenant.PASSWORD, login).is(0).out())
        .contains(viewer.email())
        .doesNotContain("_token\"", TestTenant.PASSWORD);
    assertThat(nobody.run("whoami").is(0).row("user.email")).contains(viewer.email());
    assertThat(nobody.run("logout").is(0).out()).isEqualTo("Signed out.\n");
    assertThat(nobody.folder().resolve("session.json")).doesNotExist();
  }

  @Test
  void anOperatorSteersTenants() {
    String slug = Fixtures.unique("shell");
    assertThat(
            operator
                .run("tenants", "create", slug, "--name", "Shell", "--owner", "o@owners.example")
                .is(0)
                .out())
        .contains("it is pending", "freehold tenants activate " + slug);
    operator.run("tenants", "activate", slug).is(0);
    assertThat(operator.run("tenants", "suspend", slug).is(0).out())
        .isEqualTo("Tenant " + slug + " is now suspended.\n");
    assertThat(operator.run("tenants", "resume", slug, "--output", "json").is(0).json())
        .containsKey("id")
        .hasToString(operator.run("tenants", "show", slug, "--output", "json").json().toString());
    assertThat(operator.run("tenants", "list", "--limit", "10000").is(0).row(slug))
        .matches(slug + " +Shell +active +\\w+ +o@owners.example +" + TIME);
    assertThat(operator.run("tenants", "archive", slug).is(0).out()).contains("archived");
    assertThat(operator.run("tenants", "show", "no-such-tenant").is(1).err())
        .startsWith("There is no such tenant here.")
        .contains("(not_found, request ");
  }

  @Test
  void anOwnerLetsPeopleInAndOut() {
    String email = Fixtures.unique("bo") + "@shell.example";
    assertThat(
            owner
                .run("users", "create", "--email", email, "--name", "Bo", "--role", "developer")
                .is(0)
                .out())
        .isEqualTo(email + " is added as developer.\n");
    Ended list = owner.run("users", "list", "--role", "developer", "--search", email).is(0);
    assertThat(list.out()).startsWith("ID ").hasLineCount(2);
    String id = list.row(email).split(" ")[0];
    assertThat(owner.run("users", "deactivate", id).is(0).out())
        .isEqualTo(email + " is shut out.\n");
    assertThat(owner.run("users", "show", id, "--output", "json").json().getBoolean("is_active"))
        .isFalse();
    assertThat(owner.run("users", "activate", id).is(0).out()).contains("let in again");
  }

  @Test
  void projectsAreMadeAndFoundAndTheirTrailIsKept() throws IOException {
    String name = Fixtures.unique("Portal");
    String made = owner.run("projects", "create", name, "--priority", "high").is(0).out();
    String id = made.replaceFirst("(?s)Project (\\S+) is made.*", "$1");
    assertThat(owner.run("projects", "list", "--search", name).is(0).row(name))
        .matches(id + " +" + name + " +active +high +" + TIME);
    assertThat(owner.run("projects", "list", "--search", "no such", "--status", "active").out())
        .isEqualTo("Nothing found.\n");
    assertThat(owner.run("projects", "show", id, "--output", "json").json().getString("name"))
        .isEqualTo(name);

    assertThat(owner.run("audit", "list", "--resource", id).is(0).row("project.created"))
        .matches(
            TIME + " +project.created +" + tenant.owner().email() + " +project +" + id + " +true");
    String[] export = {"audit", "export", "--action", "project.created", "--file", "trail.jsonl"};
    assertThat(owner.run(export).is(0).out()).contains(" events to trail.jsonl.");
    List<String> lines = Files.readAllLines(folder.resolve("trail.jsonl"));
    assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("{\"id\":"));
    assertThat(lines).anySatisfy(line -> assertThat(line).contains(id));
    assertThat(owner.run(export).is(1).err())
        .isEqualTo("trail.jsonl exists. Give another name with --file.\n");
  }

  @Test
  void refusalsNameThePermissionThatIsMissingAndTheTenant() {
    Terminal viewer = owner.with("FREEHOLD_TOKEN", tenant.as("viewer").token());
    assertThat(viewer.run("projects", "create", "Mine", "--tenant", tenant.slug()).is(1).err())
        .contains("Missing permission: projects:write.", "(permission_required, request ")
        .hasLineCount(1);
    assertThat(owner.run("projects", "list", "--tenant", "no-such-tenant").is(1).err())
        .contains("no such tenant");
    assertThat(owner.run("audit", "list", "--from", "yesterday").is(1).err())
        .startsWith("from must be a time in UTC like 2026-01-31T12:00:00Z. (invalid, ");
  }

  @Test
  void wrongUseIsToldInAFewLinesWithExitCodeTwo() {
    assertThat(owner.run("projects", "list", "--tennant", "x").is(2).err())
        .contains("has no option --tennant.", "--tenant", "See freehold projects list --help.");
    assertThat(owner.run("fly").is(2).err()).contains("freehold does not take fly.");
    assertThat(owner.run("projects", "list", "--output", "xml").is(2).err())
        .contains("[table, json]");
  }

  @Test
  void theDoctorSeesTheServerAndItsAbsence() throws IOException {
    // Others take away what it looks at, for a moment; and a second may end while it looks.
    Ended well =
        Await.until(
            Duration.ofSeconds(60),
            () -> operator.run("doctor"),
            seen -> seen.exitCode() == 0 && seen.row("clock").matches("clock +ok +agrees to 0 s"));
    assertThat(well.row("database")).matches("database +ok +up in \\d+ ms");
    String nowhere = "http://localhost:" + freePort();
    Ended ill = owner.run("doctor", "--server", nowhere, "--output", "json").is(1);
    assertThat(ill.json().getJsonArray("items").toString())
        .contains("\"failed\"", "No Freehold answers at " + nowhere + " (nothing listens there).");
    assertThat(owner.run("projects", "list", "--server", nowhere).is(1).err())
        .contains("Start it with freehold up, or name another one with --server.");
  }

  @Test
  void theInstallationIsSeenFromItsFolder() {
    String data = System.getProperty("freehold.data");
    assertThat(owner.run("status", "--data", data).is(0).out())
        .contains("Freehold runs on " + data, "Address:  http://localhost:" + port());
    assertThat(owner.run("status", "--data", "nowhere").is(3).out()).contains("does not run");
    assertThat(owner.run("migrate", "--data", data).is(1).err()).hasLineCount(1).contains(data);
    assertThat(owner.run("version").is(0).out()).startsWith("Freehold ");
  }

  @Test
  void aBundleHoldsNoPassword() throws IOException {
    String data = System.getProperty("freehold.data");
    owner.run("support-bundle", "--data", data, "--file", "bundle.zip").is(0);
    try (ZipFile zip = new ZipFile(folder.resolve("bundle.zip").toFile())) {
      assertThat(zip.stream().map(Object::toString)).contains("health.txt", "log/server.log");
      String health =
          new String(
              zip.getInputStream(zip.getEntry("health.txt")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(health).contains("/api/health/readiness 200");
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text)
            .as(entry.getName())
            .doesNotContain(
                Installation.administratorPassword(),
                Installation.database().app().password(),
                tenant.api().token());
      }
    }
    assertThat(owner.run("support-bundle", "--data", data, "--file", "bundle.zip").is(1).err())
        .isEqualTo("bundle.zip exists. Give another name with --file.\n");
  }

  @Test
  void bashCompletesWhatTheCommandPrints() throws Exception {
    Files.writeString(folder.resolve("completion"), owner.run("completion").is(0).out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "--norc",
                "-c",
                "source completion; COMP_WORDS=(freehold jobs schedules cr); COMP_CWORD=3;"
                    + " _complete_freehold; echo \"${COMPREPLY[@]}\"")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("create\n");
    assertThat(bash.waitFor()).isZero();
  }

  /** A port on which nothing listens. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int port() {
    return Installation.url().getPort();
  }
}
