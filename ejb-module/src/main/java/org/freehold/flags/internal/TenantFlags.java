package org.freehold.flags.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.engine.flags.FlagSet;
import org.freehold.engine.flags.SegmentDefinition;
import org.freehold.engine.flags.Targeting;
import org.freehold.platform.Invalid;

/** All flags of a tenant in one state, to be compiled for each environment that they tell apart. */
final class TenantFlags {
  private static final Logger LOG = System.getLogger(TenantFlags.class.getName());

  /** Of all environments of which no flag says anything. */
  private static final String OTHERS = "";

  private final List<FlagDefinition> flags;
  private final List<SegmentDefinition> segments;
  private final Set<String> environments;
  private final String revision;
  private final int length;

  private TenantFlags(
      List<FlagDefinition> flags, List<SegmentDefinition> segments, String revision, int length) {
    this.flags = flags;
    this.segments = segments;
    this.environments =
        flags.stream()
            .flatMap(flag -> flag.environments().stream())
            .map(Targeting::environment)
            .collect(Collectors.toUnmodifiableSet());
    this.revision = revision;
    this.length = length;
  }

  /**
   * Of documents as the database writes them, always in the same order. What a later version wrote
   * and this one cannot read is as if it were not there.
   */
  static TenantFlags of(List<String> flags, List<String> segments) {
    return new TenantFlags(
        readable(flags, document -> Definitions.of(Documents.flag(document))),
        readable(segments, document -> Definitions.of(Documents.segment(document))),
        digest(flags, segments),
        Stream.of(flags, segments).flatMap(List::stream).mapToInt(String::length).sum());
  }

  private static <T> List<T> readable(List<String> documents, Function<String, T> read) {
    List<T> all = new ArrayList<>();
    for (String document : documents) {
      try {
        all.add(read.apply(document));
      } catch (Invalid invalid) {
        LOG.log(Level.WARNING, "A flag or segment cannot be read: " + invalid.faults());
      }
    }
    return all;
  }

  private static String digest(List<String> flags, List<String> segments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<String> documents : List.of(flags, segments)) {
        for (String document : documents) {
          digest.update(document.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
        digest.update((byte) 1);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The environment, or what stands for all of which no flag says anything. */
  String toldApart(String environment) {
    return environments.contains(environment) ? environment : OTHERS;
  }

  /** Slow: to be kept. */
  FlagSet compiled(String environment) {
    return FlagSet.of(environment, flags, segments);
  }

  /** The same on all nodes, and another one for other flags. */
  String revision() {
    return revision;
  }

  /** Characters of the documents. */
  int length() {
    return length;
  }
}
