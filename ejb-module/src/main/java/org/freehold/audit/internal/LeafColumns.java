package org.freehold.audit.internal;

/**
 * Which columns beside a leaf say what the leaf says. The project and the marks are not hashed. The
 * time is compared as text, since a damaged leaf may have any; the driver may have rounded the
 * column up by a microsecond.
 */
public final class LeafColumns {
  /**
   * What stands in the column for an id that a product gave: the id when it is a UUID, else version
   * 3 of what it hashes to.
   */
  private static final String PRODUCTS_ID =
      "case when j -> 'target' ->> 'id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"
          + " then (j -> 'target' ->> 'id')::uuid else overlay(overlay(md5(j -> 'target' ->> 'id')"
          + " placing '3' from 13) placing translate(substr(md5(j -> 'target' ->> 'id'), 17, 1),"
          + " '0123456789abcdef', '89ab89ab89ab89ab') from 17)::uuid end";

  private static final String MICROSECONDS = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

  /**
   * SQL that is true when the columns of an event agree with its leaf as JSON, which is {@code j};
   * of a leaf that is no JSON it is false or null.
   */
  public static final String AGREE =
      "(j ->> 'id' = id::text and j ->> 'action' = action and (j ->> 'outcome' = 'success') = success"
          + " and j -> 'actor' ->> 'type' = actor_type and (actor_type <> 'user' or"
          + " j -> 'actor' ->> 'id' is not distinct from actor_handle::text)"
          + " and j -> 'target' ->> 'type' is not distinct from resource_type"
          + " and (j -> 'target' ->> 'id' is not distinct from resource_id::text"
          + " or j ->> 'observer' <> 'freehold' and resource_id is not distinct from "
          + PRODUCTS_ID
          + ") and j ->> 'severity' = case severity when 'INFO' then '1' when 'WARNING' then '3'"
          + " when 'ERROR' then '4' when 'CRITICAL' then '5' end"
          + " and j ->> 'req' is not distinct from request_id"
          + " and j ->> 'rec' in (to_char(recorded_at at time zone 'UTC', "
          + MICROSECONDS
          + "), to_char((recorded_at - interval '1 microsecond') at time zone 'UTC', "
          + MICROSECONDS
          + ")))";

  private LeafColumns() {}
}
