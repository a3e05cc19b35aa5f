package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a bundle: each once, and those that are verified told from any others. */
final class BundleFiles {
  private static final int LONGEST_TEXT = 1 << 24;
  private static final Set<String> KNOWN =
      Set.of(
          Bundle.MANIFEST,
          Bundle.CHECKPOINT,
          Bundle.LEAVES,
          Bundle.HASHES,
          Bundle.DISCLOSURES,
          Bundle.UNPLACED,
          Bundle.KEYS,
          Bundle.HEADS,
          Bundle.CERTIFICATES,
          Bundle.SEALED,
          Bundle.READ_ME);

  private BundleFiles() {}

  /** Finds names that come twice: one reader shows the first of them and another the last. */
  static void look(ZipFile zip, List<Finding> findings, List<String> notes) {
    Set<String> names = new TreeSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (!names.add(name)) {
        findings.add(Finding.of("files", "The bundle has more than one file " + name));
      }
    }
    names.removeIf(
        name ->
            KNOWN.contains(name)
                || name.startsWith(Bundle.EARLIER)
                || name.startsWith(Bundle.INTRODUCTIONS));
    if (!names.isEmpty()) {
      notes.add("Files of the bundle that nothing proves: " + String.join(", ", names));
    }
  }

  static List<String> earlier(ZipFile zip) {
    return below(zip, Bundle.EARLIER);
  }

  /** The files of a folder. */
  static List<String> below(ZipFile zip, String folder) {
    return Collections.list(zip.entries()).stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(folder) && !name.endsWith("/"))
        .toList();
  }

  /** What a file holds; nothing when it is not there. */
  static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }
  }
}
