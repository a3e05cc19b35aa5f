package org.freehold.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.freehold.launcher.server.Distribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and stays in the foreground until Ctrl-C. */
@Command(
    name = "up",
    description = "Start Freehold and stay until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold up --data data --port 8080"})
final class UpCommand implements Callable<Integer> {
  @Mixin private FolderOptions folder;
  @Mixin private DatabaseOptions embedded;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:FREEHOLD_PORT:-8080}",
      description = "The port of HTTP (FREEHOLD_PORT; ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "How browsers and clients reach it (FREEHOLD_PUBLIC_URL; http://localhost:PORT).")
  private String publicUrl;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    StartOptions options = options();
    FreeholdServer freehold = new FreeholdServer(options, System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(freehold), "stop"));
    freehold.start();
    if (DemoTenant.isWanted(options.environment())) {
      freehold.generatedPassword().ifPresent(password -> demo(options, freehold).create(password));
    }
    System.out.println(freehold.welcome());
    System.out.printf("Started in %.1f seconds.%n", (System.nanoTime() - start) / 1e9);
    freehold.passwordWasShown();
    String reason = freehold.ended().join();
    System.err.println(reason);
    freehold.close();
    return 1;
  }

  private static DemoTenant demo(StartOptions options, FreeholdServer freehold) {
    return new DemoTenant(options.localUrl(), freehold.administratorEmail());
  }

  private static void stop(FreeholdServer freehold) {
    if (freehold.isRunning()) {
      System.out.println("Stopping: requests under way end first.");
    }
    freehold.close();
  }

  private StartOptions options() {
    Environment environment = Environment.ofThisProcess();
    return new StartOptions(
        Distribution.ofThisProgram(),
        folder.data(),
        port,
        embedded.port(),
        Optional.ofNullable(publicUrl).or(() -> environment.get("FREEHOLD_PUBLIC_URL")),
        environment);
  }
}
