package org.freehold.engine.transparency.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.freehold.engine.transparency.CompactRange;
import org.freehold.engine.transparency.Disclosure;
import org.freehold.engine.transparency.GrowingTree;
import org.freehold.engine.transparency.KeyIntroduction;
import org.freehold.engine.transparency.MerkleTree;
import org.freehold.engine.transparency.TiledTree;

/** The files of a bundle, to be changed. */
final class TestBundle {
  final Map<String, byte[]> files = new HashMap<>();
  final List<String> shown = new ArrayList<>();

  TestBundle(TestTrail trail, List<byte[]> all, int begin, int end) {
    Map<String, byte[]> tiles = new HashMap<>();
    GrowingTree growing = new GrowingTree(CompactRange.empty());
    all.forEach(leaf -> growing.append(MerkleTree.leafHash(leaf)));
    growing.parts().forEach(part -> tiles.put(part.level() + "/" + part.index(), part.hashes()));
    TiledTree tree = new TiledTree((level, index) -> tiles.get(level + "/" + index));
    files.put(
        Bundle.MANIFEST,
        new Bundle(trail.log, "t", "", "", "", tree.range(begin, end, all.size()), null).bytes());
    put(Bundle.CHECKPOINT, trail.note(all.size(), all).toString());
    put(Bundle.KEYS, trail.key + "\n");
    put(Bundle.READ_ME, Bundle.EXPLAINED);
    byte[] hashes = new byte[(end - begin) * 32];
    for (int i = begin; i < end; i++) {
      System.arraycopy(tree.leafHash(i), 0, hashes, (i - begin) * 32, 32);
      shown.add(new String(all.get(i), StandardCharsets.UTF_8));
    }
    files.put(Bundle.HASHES, hashes);
    if (begin <= 6 && 6 < end) {
      disclose(6, trail.disclosure);
    }
  }

  void disclose(int index, Disclosure one) {
    put(
        Bundle.DISCLOSURES,
        "{\"event\":\"event-%d\",\"disclosure\":\"%s\"}\n".formatted(index, one.encoded()));
  }

  void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** That the trail's key was followed by another. */
  void introduce(KeyIntroduction introduction) {
    put(
        Bundle.INTRODUCTIONS + introduction.introduced().hashCode(),
        introduction.note().toString());
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  Path file(Path folder) throws IOException {
    put(Bundle.LEAVES, shown.isEmpty() ? "" : String.join("\n", shown) + "\n");
    Path file = Files.createTempFile(folder, "bundle", ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
