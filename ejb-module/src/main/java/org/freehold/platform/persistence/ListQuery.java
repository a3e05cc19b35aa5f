package org.freehold.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.platform.Page;

/**
 * A filtered, sorted list read by keyset: conditions in JPQL with their parameters, a sort over one
 * column and the id, and a cursor instead of an offset, so that page one thousand costs what page
 * one does and no row is skipped or shown twice.
 */
public final class ListQuery<T> {
  /**
   * A column that a list may be sorted by. It must never be null, and an index must lead with it.
   *
   * @param path the JPQL path: {@code p.name}
   * @param parse turns the text of a cursor into the value
   */
  public record Column<T>(String path, Function<String, Object> parse, Function<T, Object> value) {}

  private final Class<T> type;
  private final String select;
  private final String idPath;
  private final Function<T, UUID> id;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * @param select as in {@code select p from Project p}
   * @param idPath as in {@code p.id}
   */
  public ListQuery(Class<T> type, String select, String idPath, Function<T, UUID> id) {
    this.type = type;
    this.select = select;
    this.idPath = idPath;
    this.id = id;
  }

  /** Adds a condition with its one parameter, named as in the condition. */
  public ListQuery<T> where(String condition, String name, Object value) {
    conditions.add(condition);
    parameters.put(name, value);
    return this;
  }

  /** Adds a condition only when its value was asked for. */
  public ListQuery<T> whereGiven(String condition, String name, Object value) {
    return value == null ? this : where(condition, name, value);
  }

  /** Adds the condition; null for none. */
  public ListQuery<T> whereGiven(Condition condition) {
    return condition == null ? this : where(condition.jpql(), condition.parameters());
  }

  /** Adds a condition with parameters of its own. */
  public ListQuery<T> where(String condition, Map<String, Object> values) {
    conditions.add(condition);
    parameters.putAll(values);
    return this;
  }

  /**
   * The page; the result has at most {@code limit} items and one row more is read to know whether
   * another page follows.
   */
  public <R> Page<R> page(
      EntityManager em, PageRequest page, Sort sort, Column<T> column, Function<T, R> result) {
    List<T> rows = query(em, page, sort, column).setMaxResults(page.limit() + 1).getResultList();
    return new Page<>(
        rows.stream().limit(page.limit()).map(result).toList(), next(rows, page, sort, column));
  }

  /** The row that is so many places behind the cursor, from 0; null when there are fewer. */
  public T nth(EntityManager em, PageRequest page, Sort sort, Column<T> column, int place) {
    List<T> rows =
        query(em, page, sort, column).setFirstResult(place).setMaxResults(1).getResultList();
    return rows.isEmpty() ? null : rows.get(0);
  }

  private TypedQuery<T> query(EntityManager em, PageRequest page, Sort sort, Column<T> column) {
    Cursor after = Cursor.of(page.after(), sort);
    if (after != null) {
      String sign = sort.descending() ? "<" : ">";
      // The first part says nothing new, but an index can begin where it says.
      conditions.add(
          "(%1$s %2$s= :afterValue and (%1$s %2$s :afterValue or (%1$s = :afterValue and %3$s %2$s :afterId)))"
              .formatted(column.path(), sign, idPath));
      parameters.put("afterValue", parsed(column, after));
      parameters.put("afterId", after.id());
    }
    String direction = sort.descending() ? " desc" : "";
    String jpql =
        select
            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
            + " order by "
            + column.path()
            + direction
            + ", "
            + idPath
            + direction;
    TypedQuery<T> query = em.createQuery(jpql, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  private Object parsed(Column<T> column, Cursor after) {
    try {
      return column.parse().apply(after.value());
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw org.freehold.platform.Invalid.at("after", "cursor", "This cursor is not of this list.");
    }
  }

  private String next(List<T> rows, PageRequest page, Sort sort, Column<T> column) {
    if (rows.size() <= page.limit()) {
      return null;
    }
    T last = rows.get(page.limit() - 1);
    return new Cursor(sort.toString(), column.value().apply(last).toString(), id.apply(last))
        .toString();
  }
}
