package org.freehold.cli.tour;

import java.util.function.Consumer;

/**
 * A chapter of the story.
 *
 * @param play throws {@link org.freehold.cli.rest.Failure} when something does not hold
 */
record Step(String title, Consumer<Visit> play) {}
