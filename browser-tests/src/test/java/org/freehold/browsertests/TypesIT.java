package org.freehold.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bundler takes the types of the dashboard away; here the TypeScript compiler checks them. */
class TypesIT {
  private static final Path FRONTEND = Path.of(System.getProperty("freehold.frontend")).normalize();
  private static final Path LIBRARIES = Path.of(System.getProperty("freehold.types"));

  @Test
  void theTypesOfTheDashboardHold() throws IOException, InterruptedException {
    Path project = Files.writeString(LIBRARIES.resolve("tsconfig.json"), configuration());
    Path output = LIBRARIES.resolve("typescript.log");

    int exit =
        new ProcessBuilder(node(), library("typescript") + "/lib/tsc.js", "-p", project.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();

    assertThat(Files.readString(output)).isEmpty();
    assertThat(exit).isZero();
  }

  private static String configuration() {
    return """
        {
          "extends": "%1$s/tsconfig.json",
          "compilerOptions": {
            "paths": {
              "lit": ["%2$s/index.d.ts"], "lit/*": ["%2$s/*"],
              "lit-html": ["%3$s/lit-html.d.ts"], "lit-html/*": ["%3$s/*"],
              "lit-element": ["%4$s/index.d.ts"], "lit-element/*": ["%4$s/*"],
              "@lit/reactive-element": ["%5$s/reactive-element.d.ts"], "@lit/reactive-element/*": ["%5$s/*"]
            },
            "types": ["%6$s"],
            "skipLibCheck": true
          },
          "include": ["%1$s/**/*.ts"]
        }
        """
        .formatted(
            FRONTEND,
            library("lit"),
            library("lit-html"),
            library("lit-element"),
            library("lit__reactive-element"),
            library("types__trusted-types"));
  }

  /** The folder of the one version that the build unpacked. */
  private static Path library(String name) {
    Path versions = LIBRARIES.resolve("META-INF/resources/webjars").resolve(name);
    try (var folders = Files.list(versions)) {
      return folders.toList().get(0);
    } catch (IOException e) {
      throw new AssertionError("The build did not unpack " + name, e);
    }
  }

  /** Playwright brings one along, so that nobody needs to install it. */
  private static String node() {
    List<String> command =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
            .createProcessBuilder()
            .command();
    return command.get(0);
  }
}
